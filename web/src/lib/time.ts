import { spoken } from '../lang/language.ts'
import { say } from '../lang/say.ts'

/** Instants and buckets as people read them, in a project's zone. */
export type Grain = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

export interface Place {
  readonly zone: string
  /** Absent: the reader's own. */
  readonly locale?: string | undefined
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How far apart the buckets lie, told from their starts (in any order). */
export function grainOf(times: readonly string[]): Grain {
  const instants = [...new Set(times.map(Date.parse))].sort((a, b) => a - b)
  const gaps = instants.slice(1).map((instant, index) => instant - (instants[index] ?? instant))
  if (gaps.length === 0) return times.every(startsDay) ? 'day' : 'hour'
  return grainOfGap(Math.min(...gaps))
}

function grainOfGap(gap: number): Grain {
  if (gap < hour) return 'minute'
  if (gap < 20 * hour) return 'hour'
  if (gap < 6 * day) return 'day'
  if (gap < 27 * day) return 'week'
  return gap < 300 * day ? 'month' : 'year'
}

function startsDay(time: string): boolean {
  return !time.includes('T') || time.includes('T00:00')
}

const axisFormats: Record<Grain, Intl.DateTimeFormatOptions> = {
  minute: { hour: '2-digit', minute: '2-digit' },
  hour: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}

const fullFormats: Record<Grain, Intl.DateTimeFormatOptions> = {
  minute: { dateStyle: 'medium', timeStyle: 'short' },
  hour: { dateStyle: 'medium', timeStyle: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
}

/** Short labels for an axis; hours name their day once the axis is longer than two of them. */
export function axisTimes(times: readonly string[], grain: Grain, place: Place): string[] {
  const manyDays = (grain === 'hour' || grain === 'minute') && spanOf(times) > 2 * day
  const format = manyDays ? { ...axisFormats.day, ...axisFormats.hour } : axisFormats[grain]
  return times.map((time) => formatted(time, format, place))
}

/** The whole name of a bucket, for tooltips and tables. */
export function fullTime(time: string, grain: Grain, place: Place): string {
  const text = formatted(time, fullFormats[grain], place)
  return grain === 'week' ? say('Week of {day}', { day: text }) : text
}

export function instantText(time: string, place: Place): string {
  return formatted(time, { dateStyle: 'medium', timeStyle: 'medium' }, place)
}

export function dayText(time: string, place: Place): string {
  return formatted(time, { dateStyle: 'medium' }, place)
}

/** The short names of weekdays, from Monday. */
export function weekdays({ locale }: Place): string[] {
  return Array.from({ length: 7 }, (_, day) =>
    formatted(`2024-01-0${day + 1}`, { weekday: 'short' }, { zone: 'UTC', locale }),
  )
}

/** The weekday of an instant, Monday being 0. */
export function weekdayOf(time: string, { zone }: Place): number {
  const name = formatted(time, { weekday: 'short' }, { zone, locale: 'en' })
  return Math.max(0, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name))
}

export function hourOf(time: string, { zone }: Place): number {
  return Number(formatted(time, { hour: '2-digit', hourCycle: 'h23' }, { zone, locale: 'en' }))
}

function spanOf(times: readonly string[]): number {
  const instants = times.map(Date.parse)
  return Math.max(...instants) - Math.min(...instants)
}

/** A time without clock or offset is a calendar day and shifts in no zone. */
function formatted(time: string, format: Intl.DateTimeFormatOptions, place: Place): string {
  const instant = Date.parse(time)
  if (Number.isNaN(instant)) return time
  const zone = time.includes('T') ? place.zone : 'UTC'
  return formatter(place.locale, zone, format).format(instant)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs far more than using it, so each is made once. */
function formatter(given: string | undefined, zone: string, format: Intl.DateTimeFormatOptions) {
  const locale = given ?? spoken().locale
  const key = JSON.stringify([locale, zone, format])
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...format, timeZone: zone })
  formatters.set(key, known)
  return known
}
