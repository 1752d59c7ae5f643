import type { ChartAnswer } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import { compactNumber, fullNumber, percent } from '../lib/number.ts'
import {
  axisTimes,
  fullTime,
  type Grain,
  grainOf,
  hourOf,
  type Place,
  weekdayOf,
  weekdays,
} from '../lib/time.ts'
import { numberOf } from './cell.ts'
import type { Plot } from './plot.ts'
import { type Spot, spotOf } from './spot.ts'

export interface HeatCell {
  readonly text: string
  /** From 0 to 1: how strongly it is coloured. */
  readonly heat: number
  readonly story: string
  readonly spot?: Spot | undefined
}

export interface HeatRow {
  readonly label: string
  /** A number of the whole row, shown beside its name; empty for none. */
  readonly size: string
  readonly cells: readonly (HeatCell | null)[]
}

/** A table whose cells are coloured by their numbers. */
export interface Heat {
  readonly corner: string
  readonly sizes: string
  readonly columns: readonly string[]
  readonly rows: readonly HeatRow[]
}

/** Of those who began together, the share that was there again after each number of intervals. */
export function retentionHeat(answer: ChartAnswer, place: Place): Heat {
  const cohorts = withoutFuture(cohortsOf(answer))
  const spots = spotsOf(answer)
  const times = [...cohorts.keys()]
  const grain = grainOf(times)
  const length = Math.max(0, ...[...cohorts.values()].map((counts) => counts.length))
  const labels = axisTimes(times, grain, place)
  const rows = times.map((time, index) =>
    retentionRow(cohorts.get(time) ?? [], labels[index] ?? time, fullTime(time, grain, place), {
      locale: place.locale,
      spots: spots.get(time),
    }),
  )
  const mean = meanOf([...cohorts.values()], length)
  return {
    corner: say('Began'),
    sizes: say('Size'),
    columns: Array.from({ length }, (_, index) => `${intervalName(grain)} ${index}`),
    rows:
      times.length < 2
        ? rows
        : [retentionRow(mean, say('All'), say('All'), { locale: place.locale }), ...rows],
  }
}

function intervalName(grain: Grain): string {
  switch (grain) {
    case 'minute':
      return say('Minute')
    case 'hour':
      return say('Hour')
    case 'day':
      return say('Day')
    case 'week':
      return say('Week')
    case 'month':
      return say('Month')
    case 'year':
      return say('Year')
  }
}

function cohortsOf(answer: ChartAnswer): Map<string, number[]> {
  const [cohort, interval, count] = ['cohort', 'interval', 'count'].map((name) =>
    answer.columns.findIndex((column) => column.name === name),
  )
  const cohorts = new Map<string, number[]>()
  for (const row of answer.rows) {
    const name = String(row[cohort ?? -1])
    const counts = cohorts.get(name) ?? []
    counts[numberOf(row[interval ?? -1]) ?? 0] = numberOf(row[count ?? -1]) ?? 0
    cohorts.set(name, counts)
  }
  return cohorts
}

/** Where the counts of each cohort stand. */
function spotsOf(answer: ChartAnswer): Map<string, Spot[]> {
  const [cohort, interval] = ['cohort', 'interval'].map((name) =>
    answer.columns.findIndex((column) => column.name === name),
  )
  const spots = new Map<string, Spot[]>()
  for (const [index, row] of answer.rows.entries()) {
    const name = String(row[cohort ?? -1])
    const own = spots.get(name) ?? []
    own[numberOf(row[interval ?? -1]) ?? 0] = { row: index }
    spots.set(name, own)
  }
  return spots
}

/**
 * Intervals that the newest cohorts have not come to yet are counted as nobody. They are left out,
 * unless somebody was seen in one of them: then the cohorts lie in the past.
 */
function withoutFuture(cohorts: Map<string, number[]>): Map<string, number[]> {
  const all = [...cohorts]
  const begun = (index: number) => all.length - index
  if (all.some(([, counts], index) => counts.slice(begun(index)).some((count) => count > 0))) return cohorts
  return new Map(all.map(([time, counts], index) => [time, counts.slice(0, begun(index))]))
}

interface RowLook {
  readonly locale?: string | undefined
  readonly spots?: readonly Spot[] | undefined
}

function retentionRow(
  counts: readonly number[],
  label: string,
  name: string,
  { locale, spots }: RowLook,
): HeatRow {
  const whole = counts[0] ?? 0
  return {
    label,
    size: compactNumber(whole, locale),
    cells: counts.map((count, index) => {
      const share = whole === 0 ? 0 : count / whole
      const text = whole === 0 ? '–' : percent(share, locale)
      const story = `${name}, ${index}: ${fullNumber(count, locale)} (${text})`
      return { text, heat: share, story, spot: spots?.[index] }
    }),
  }
}

/** Counts of all cohorts together, at each interval over those that have come so far. */
function meanOf(cohorts: readonly (readonly number[])[], length: number): number[] {
  const whole = cohorts.reduce((sum, counts) => sum + (counts[0] ?? 0), 0)
  return Array.from({ length }, (_, index) => {
    const reached = cohorts.filter((counts) => counts[index] !== undefined)
    const begun = reached.reduce((sum, counts) => sum + (counts[0] ?? 0), 0)
    const there = reached.reduce((sum, counts) => sum + (counts[index] ?? 0), 0)
    return begun === 0 ? 0 : Math.round((there / begun) * whole)
  })
}

/** The first series of a plot over time: days as weeks, or hours as the hours of each weekday. */
export function calendarHeat({ categories, series }: Plot, place: Place): Heat {
  const run = series.find(({ period }) => period === 'current')
  const values = run?.values ?? []
  return grainOf(categories) === 'day'
    ? weeks(categories, values, place, (at) => spotOf(run, at))
    : hours(categories, values, place)
}

type Values = readonly (number | null)[]

function weeks(
  times: readonly string[],
  values: Values,
  place: Place,
  spotAt: (at: number) => Spot | undefined,
): Heat {
  const first = weekdayOf(times[0] ?? '', place)
  const length = Math.ceil((times.length + first) / 7)
  const most = Math.max(...values.map((value) => value ?? 0))
  const starts = Array.from({ length }, (_, week) => times[Math.max(0, week * 7 - first)] ?? '')
  return {
    corner: say('Week of'),
    sizes: '',
    columns: axisTimes(starts, 'day', place),
    rows: weekdays(place).map((label, weekday) => ({
      label,
      size: '',
      cells: Array.from({ length }, (_, week) => {
        const at = week * 7 + weekday - first
        const time = times[at]
        return time === undefined
          ? null
          : { ...heatCell(values[at] ?? 0, most, fullTime(time, 'day', place), place), spot: spotAt(at) }
      }),
    })),
  }
}

function hours(times: readonly string[], values: Values, place: Place): Heat {
  const sums = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const [index, time] of times.entries()) {
    const day = sums[weekdayOf(time, place)]
    const hour = hourOf(time, place)
    if (day !== undefined) day[hour] = (day[hour] ?? 0) + (values[index] ?? 0)
  }
  const most = Math.max(...sums.flat())
  const names = weekdays(place)
  return {
    corner: '',
    sizes: '',
    columns: Array.from({ length: 24 }, (_, hour) => String(hour)),
    rows: sums.map((counts, day) => ({
      label: names[day] ?? '',
      size: '',
      cells: counts.map((count, hour) => heatCell(count, most, `${names[day]}, ${hour}:00`, place)),
    })),
  }
}

function heatCell(value: number, most: number, name: string, { locale }: Place): HeatCell {
  return {
    text: compactNumber(value, locale),
    heat: most <= 0 ? 0 : Math.max(0, value) / most,
    story: `${name}: ${fullNumber(value, locale)}`,
  }
}
