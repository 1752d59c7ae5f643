/** Which language the page speaks, and its sentences. English needs none: its sentences are the keys. */
export type Language = 'en' | 'de'

/** From the English sentence to the one of the language. */
export type Catalogue = Readonly<Record<string, string>>

interface Speech {
  readonly language: Language
  /** How numbers and dates are written: the reader's own variety of the language. Absent: the machine's. */
  readonly locale: string | undefined
  readonly catalogue: Catalogue
}

/** What each language is called by those who speak it. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

const storageKey = 'facet-language'

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => ({}),
  de: async () => (await import('./german.ts')).german,
}

let speech: Speech = { language: 'en', locale: undefined, catalogue: {} }
const listeners = new Set<() => void>()

export function spoken(): Speech {
  return speech
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Speaks the language that was chosen once, else the browser's; English when it cannot be loaded. */
export async function beginSpeaking(): Promise<void> {
  const wished = remembered() ?? languageAmong(navigator.languages)
  await speak(wished).catch(() => speak('en'))
}

/** Changes the language, now and for the next visits. Fails when its sentences do not arrive. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language)
  try {
    window.localStorage.setItem(storageKey, language)
  } catch {
    // Storage may be closed to the page; the choice then lasts as long as the page.
  }
}

/** The first of the reader's languages that the page knows. */
export function languageAmong(wishes: readonly string[]): Language {
  return wishes.map(plainOf).find(isLanguage) ?? 'en'
}

/** The reader's own variety of a language, such as de-AT; the plain language when there is none. */
export function localeAmong(wishes: readonly string[], language: Language): string {
  return wishes.find((wish) => plainOf(wish) === language) ?? language
}

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languages, text)
}

/** The language of a locale: de of de-AT. */
function plainOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? ''
}

async function speak(language: Language): Promise<void> {
  const catalogue = await catalogues[language]()
  speech = { language, locale: localeAmong(navigator.languages, language), catalogue }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

function remembered(): Language | undefined {
  try {
    const chosen = window.localStorage.getItem(storageKey) ?? ''
    return isLanguage(chosen) ? chosen : undefined
  } catch {
    return undefined
  }
}
