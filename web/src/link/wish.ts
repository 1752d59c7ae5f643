import type { Link, LinkWish } from '../api/links.ts'
import type { ShareSettings } from '../api/shares.ts'

export type Theme = 'reader' | 'light' | 'dark' | 'system'

/** What the form of a link holds. */
export interface LinkForm {
  readonly label: string
  readonly theme: Theme
  /** Whether a password is asked for. */
  readonly locked: boolean
  /** A new password; empty to keep the one there is. */
  readonly password: string
  /** As the browser's field for date and time has it, in the reader's zone; empty for no end. */
  readonly until: string
  readonly switches: Readonly<Record<Switch, boolean>>
}

/** What a link's settings switch on and off, as they are called there. */
export type Switch =
  | 'visitorDates'
  | 'visitorFilters'
  | 'visitorVariables'
  | 'visitorExport'
  | 'noHeader'
  | 'legend'
  | 'hideExtraDetails'
  | 'whitelabel'

/** What holds where the settings say nothing. */
const usual: LinkForm['switches'] = {
  visitorDates: false,
  visitorFilters: false,
  visitorVariables: false,
  visitorExport: false,
  noHeader: false,
  legend: true,
  hideExtraDetails: false,
  whitelabel: false,
}

/** The form of a link as it is; of a new one without a link. */
export function formOf(link?: Link): LinkForm {
  const settings = link?.settings ?? {}
  return {
    label: link?.label ?? '',
    theme: settings.theme ?? 'reader',
    locked: link?.locked ?? false,
    password: '',
    until: link?.expires_at == null ? '' : localTime(link.expires_at),
    switches: { ...usual, ...known(settings) },
  }
}

function known(settings: ShareSettings): Partial<LinkForm['switches']> {
  const names = Object.keys(usual) as Switch[]
  return Object.fromEntries(names.flatMap((name) => (name in settings ? [[name, settings[name]]] : [])))
}

/** What the form asks for; of a link that is there only what is another than before. */
export function wishOf(form: LinkForm, before?: LinkForm): LinkWish {
  const changed = (name: keyof LinkForm) =>
    before === undefined || JSON.stringify(form[name]) !== JSON.stringify(before[name])
  return {
    ...(changed('label') ? { label: form.label } : {}),
    ...(changed('theme') || changed('switches') ? { settings: settingsOf(form) } : {}),
    ...(changed('until')
      ? { expires_at: form.until === '' ? null : new Date(form.until).toISOString() }
      : {}),
    ...passwordOf(form, before),
  }
}

function passwordOf({ locked, password }: LinkForm, before?: LinkForm): { password?: string | null } {
  if (!locked) return before?.locked === true ? { password: null } : {}
  return password === '' ? {} : { password }
}

/** Only what is not as it usually is. */
function settingsOf({ theme, switches }: LinkForm): ShareSettings {
  const said = (Object.keys(usual) as Switch[]).filter((name) => switches[name] !== usual[name])
  return {
    ...(theme === 'reader' ? {} : { theme }),
    ...Object.fromEntries(said.map((name) => [name, switches[name]])),
  }
}

/** Whether the form can be sent: a lock needs a password. */
export function isWhole(form: LinkForm, before?: LinkForm): boolean {
  return !form.locked || before?.locked === true || form.password !== ''
}

/** An instant as the browser's field takes it, in the reader's own zone. */
export function localTime(instant: string): string {
  const at = new Date(instant)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}
