import { expect, test } from 'vitest'
import { collect } from './collect.ts'
import type { Catalogue } from './language.ts'
import { placeholder } from './say.ts'

const source = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts', '!./**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const german = import.meta.glob<Catalogue>('./de/*.ts', { eager: true, import: 'sentences' })
const { said, unclear, plain } = collect(source)
const common = './de/common.ts'

test('every sentence is written out where it is said', () => {
  expect(unclear).toEqual([])
})

test('every word that is seen is said', () => {
  expect(plain).toEqual([])
})

test('every sentence has a German one, in the file of its folder or in the common one', () => {
  const missing = said.filter(
    ({ sentence, file }) =>
      german[fileOf(file)]?.[sentence] === undefined && german[common]?.[sentence] === undefined,
  )
  expect(missing.map(({ sentence, file }) => `${fileOf(file)}: '${sentence}': '…',`)).toEqual([])
})

test('a German sentence has the placeholders of its English one, and the two forms of each number', () => {
  const wrong = entries().filter(
    ([, sentence, translated]) =>
      namesIn(sentence) !== namesIn(translated) || !hasTwoForms(sentence) || !hasTwoForms(translated),
  )
  expect(wrong).toEqual([])
})

test('no German sentence has outlived its English one', () => {
  const dead = entries().filter(
    ([file, sentence]) =>
      !said.some((call) => call.sentence === sentence && (file === common || fileOf(call.file) === file)),
  )
  expect(dead).toEqual([])
})

test('a sentence is said in one way in all folders', () => {
  const ways = new Map<string, Set<string>>()
  for (const [, sentence, translated] of entries())
    ways.set(sentence, (ways.get(sentence) ?? new Set()).add(translated))
  expect([...ways].filter(([, translations]) => translations.size > 1)).toEqual([])
})

test('every screen is drawn anew when the language changes', () => {
  const routes = source['../router.tsx'] ?? ''
  expect(routes.match(/^ {2}component: (?!inLanguage\().*$/gm)).toBeNull()
  expect(routes).toContain('component: inLanguage(')
})

function entries(): [file: string, sentence: string, translated: string][] {
  return Object.entries(german).flatMap(([file, sentences]) =>
    Object.entries(sentences).map(([sentence, translated]): [string, string, string] => [
      file,
      sentence,
      translated,
    ]),
  )
}

/** The folder of `../chart/tree/words.ts` is chart; files beside the folders belong to the screens. */
function folderOf(path: string): string {
  return /^\.\.\/([^/]+)\//.exec(path)?.[1] ?? 'screen'
}

function fileOf(path: string): string {
  return `./de/${folderOf(path)}.ts`
}

function namesIn(sentence: string): string {
  const names = [...sentence.matchAll(placeholder)].map(([, name]) => name)
  return [...new Set(names)].sort().join(' ')
}

function hasTwoForms(sentence: string): boolean {
  return [...sentence.matchAll(placeholder)].every(
    ([, , forms]) => forms === undefined || forms.split('|').length === 2,
  )
}
