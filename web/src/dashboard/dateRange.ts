import { say } from '../lang/say.ts'
import { never } from '../lib/never.ts'
import { dayText } from '../lib/time.ts'

/** A range as the URL and the server write it: `-30d`, `mStart`, `all` or a date; absent is open. */
export interface DateRange {
  readonly from: string | undefined
  readonly to: string | undefined
}

export interface Preset {
  readonly label: string
  readonly from: string
}

function rolling(): Preset[] {
  return [
    { label: say('Last 24 hours'), from: '-24h' },
    { label: say('Last 7 days'), from: '-7d' },
    { label: say('Last 14 days'), from: '-14d' },
    { label: say('Last 30 days'), from: '-30d' },
    { label: say('Last 90 days'), from: '-90d' },
    { label: say('Last 180 days'), from: '-180d' },
    { label: say('Last 12 months'), from: '-12m' },
  ]
}

/**
 * The ranges offered. The quarter's start is written as its date, because the server's relative dates
 * know quarters only as 13 weeks.
 */
export function presets(today: string): readonly Preset[] {
  return [
    ...rolling(),
    { label: say('Month to date'), from: 'mStart' },
    { label: say('Quarter to date'), from: quarterStart(today) },
    { label: say('Year to date'), from: 'yStart' },
    { label: say('All time'), from: 'all' },
  ]
}

/** What to write on the control. */
export function rangeLabel({ from, to }: DateRange, today: string, locale?: string): string {
  if (from === undefined && to === undefined) return say('Dashboard’s dates')
  const preset = to === undefined ? presets(today).find((candidate) => candidate.from === from) : undefined
  if (preset !== undefined) return preset.label
  const last = to === undefined ? /^-(\d+)([hdwmy])$/.exec(from ?? '') : null
  if (last !== null) return lastLabel(Number(last[1]), last[2] as Unit)
  const text = (day: string) => (isDay(day) ? dayText(day, { zone: 'UTC', locale }) : day)
  if (from === undefined) return say('Until {day}', { day: text(to ?? '') })
  return to === undefined ? say('Since {day}', { day: text(from) }) : `${text(from)} – ${text(to)}`
}

export type CustomRange =
  | { readonly ok: true; readonly range: DateRange }
  | { readonly ok: false; readonly message: string }

/** The two typed dates as a range, or what is wrong with them. */
export function customRange(from: string, to: string): CustomRange {
  if (!isDay(from)) return { ok: false, message: say('Give the first day.') }
  if (to !== '' && !isDay(to)) return { ok: false, message: say('The last day is no date.') }
  if (to !== '' && to < from) return { ok: false, message: say('The last day lies before the first.') }
  return { ok: true, range: { from, to: to === '' ? undefined : to } }
}

const units = ['h', 'd', 'w', 'm', 'y'] as const

/** A unit of relative dates, as the server writes them. */
export type Unit = (typeof units)[number]

/** So many units up to now; null for what is no number of them. */
export function lastOf(amount: string, unit: Unit): DateRange | null {
  return /^[1-9]\d{0,3}$/.test(amount.trim()) ? { from: `-${amount.trim()}${unit}`, to: undefined } : null
}

function lastLabel(count: number, unit: Unit): string {
  switch (unit) {
    case 'h':
      return say('Last {count} {count:hour|hours}', { count })
    case 'd':
      return say('Last {count} {count:day|days}', { count })
    case 'w':
      return say('Last {count} {count:week|weeks}', { count })
    case 'm':
      return say('Last {count} {count:month|months}', { count })
    case 'y':
      return say('Last {count} {count:year|years}', { count })
    default:
      return never(unit)
  }
}

export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** Today's date in a zone, as `2026-07-01`. */
export function todayIn(zone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)
}

function quarterStart(today: string): string {
  const month = Number(today.slice(5, 7))
  const first = month - ((month - 1) % 3)
  return `${today.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}
