import type { Cell, ChartAnswer, Column, Row } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import { numberOf, valueName } from './cell.ts'
import { type Format, formatOf } from './format.ts'

export type Period = 'current' | 'previous'

/** One run of numbers over the plot's categories. */
export interface PlotSeries {
  readonly name: string
  /** Number of the series in its query; series of one breakdown share it. */
  readonly place: number
  /** The breakdown value that decides the colour; null when the place does. */
  readonly key: string | null
  readonly period: Period
  readonly values: readonly (number | null)[]
  /** The row of the answer that each value stands in. */
  readonly rows?: readonly (number | undefined)[]
  /** The column of the answer that they are, where rows have several. */
  readonly column?: string
  /** How they are written, when not as plain numbers. */
  readonly format?: Format
}

/** Rows turned into what every mark draws: categories and series over them. */
export interface Plot {
  readonly categories: readonly string[]
  /** Times are ISO texts, to be written in the project's zone by whoever draws. */
  readonly over: 'time' | 'value' | 'nothing'
  readonly series: readonly PlotSeries[]
  /** Colour keys of the categories, when these are breakdown values. */
  readonly categoryKeys?: readonly string[]
}

/** One number of the answer, with everything that tells where it belongs. */
interface Point {
  readonly category: string
  readonly name: string
  readonly place: number
  readonly key: string | null
  readonly period: Period
  readonly value: number | null
  readonly row: number
  readonly column?: string
}

const noPlot: Plot = { categories: [], over: 'nothing', series: [] }

/**
 * Turns an answer's rows into a plot: rows of series as trends have them, or of dimensions and
 * metrics. Unless they are to stay one series, the second dimension of one metric makes several.
 */
export function plotOf(answer: ChartAnswer, several = true): Plot {
  const names = answer.columns.map((column) => column.name)
  if (names.includes('series') && names.includes('value')) return trendPlot(answer, names)
  return reportPlot(answer, several)
}

const trendColumns = ['series', 'breakdown', 'period', 'value']

function trendPlot(answer: ChartAnswer, names: readonly string[]): Plot {
  const over = names.find((name) => !trendColumns.includes(name))
  if (over === undefined) return totalsPlot(answer, names)
  const read = reader(answer)
  const many = seriesCount(answer) > 1
  const points = answer.rows.map((row, index) => {
    const place = numberOf(read(row, 'series')) ?? 0
    const key = breakdownOf(read(row, 'breakdown'))
    return {
      category: textOf(read(row, over)),
      name: seriesLabel(seriesName(answer, place), key, many),
      place,
      key,
      period: periodOf(read(row, 'period')),
      value: numberOf(read(row, 'value')),
      row: index,
    }
  })
  const isTime = isTemporal(answer.columns[names.indexOf(over)])
  return gather(points, isTime ? 'time' : 'value')
}

/** Totals have no axis of their own: breakdown values, or else the series, stand side by side. */
function totalsPlot(answer: ChartAnswer, names: readonly string[]): Plot {
  const read = reader(answer)
  const byBreakdown = names.includes('breakdown')
  const points = answer.rows.map((row, index) => {
    const place = numberOf(read(row, 'series')) ?? 0
    const name = seriesName(answer, place)
    return {
      category: byBreakdown ? valueName(read(row, 'breakdown') ?? null) : name,
      name: byBreakdown ? name : say('Total'),
      place: byBreakdown ? place : 0,
      key: null,
      period: periodOf(read(row, 'period')),
      value: numberOf(read(row, 'value')),
      row: index,
    }
  })
  const plot = gather(points, 'value')
  return byBreakdown ? { ...plot, categoryKeys: plot.categories } : plot
}

function reportPlot(answer: ChartAnswer, several: boolean): Plot {
  const dimensions = dimensionsOf(answer.columns)
  const metrics = answer.columns
    .map((_, index) => index)
    .filter((index) => isMetric(answer, dimensions, index))
  if (metrics.length === 0) return noPlot
  const time = timeOf(answer.columns, dimensions)
  const isTime = time !== undefined
  const axis = isTime ? time : dimensions[0]
  const [other] = dimensions.filter((index) => index !== axis)
  const isSplit = (isTime || several) && dimensions.length === 2 && metrics.length === 1
  const pivot = isSplit ? other : undefined
  const points = answer.rows.flatMap((row, number) =>
    metrics.map((metric, place) => {
      const key = pivot === undefined ? null : valueName(row[pivot] ?? null)
      return {
        category: isTime
          ? textOf(row[time])
          : dimensions
              .filter((index) => index !== pivot)
              .map((index) => valueName(row[index] ?? null))
              .join(' · '),
        name: key ?? columnTitle(answer.columns[metric]?.name ?? ''),
        place,
        key,
        period: 'current' as const,
        value: numberOf(row[metric]),
        row: number,
        column: answer.columns[metric]?.name ?? '',
      }
    }),
  )
  const plot = gather(points, overOf(isTime, dimensions))
  return { ...plot, series: plot.series.map((one) => formatted(one, answer)) }
}

function formatted(series: PlotSeries, answer: ChartAnswer): PlotSeries {
  const format = formatOf(answer, series.column ?? '')
  return format.kind === 'plain' ? series : { ...series, format }
}

/** The time to lay values over: the first column, or the only time beside one other dimension. */
function timeOf(columns: readonly Column[], dimensions: readonly number[]): number | undefined {
  const [first, second] = dimensions
  if (first !== undefined && isTemporal(columns[first])) return first
  return dimensions.length === 2 && second !== undefined && isTemporal(columns[second]) ? second : undefined
}

function isTemporal(column: Column | undefined): boolean {
  return column?.type === 'time' || column?.type === 'date'
}

function overOf(isTime: boolean, dimensions: readonly number[]): Plot['over'] {
  if (dimensions.length === 0) return 'nothing'
  return isTime ? 'time' : 'value'
}

/** The columns before the first number; all-number rows of several columns take the first for it. */
function dimensionsOf(columns: readonly Column[]): number[] {
  const named = columns.map((_, index) => index).filter((index) => !isNumeric(columns[index]))
  if (named.length > 0 || columns.length < 2) return named
  return columns.some((column) => column.type === 'integer') && columns[0]?.type === 'integer' ? [0] : []
}

function isMetric(answer: ChartAnswer, dimensions: readonly number[], index: number): boolean {
  return isNumeric(answer.columns[index]) && !dimensions.includes(index)
}

export function isNumeric(column: Column | undefined): boolean {
  return column?.type === 'number' || column?.type === 'integer'
}

/** `signup_rate` as a heading; columns that the server makes are called in the reader's language. */
export function columnTitle(name: string): string {
  const known = columnNames.get(name)
  if (known !== undefined) return known()
  const words = name
    .replaceAll('_', ' ')
    .trim()
    .replace(/\p{L}+/gu, (word) => acronyms.get(word) ?? word)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Words that are written as one says them letter by letter. */
const acronyms = new Map(['arpa', 'arr', 'id', 'mrr', 'url'].map((word) => [word, word.toUpperCase()]))

const columnNames: ReadonlyMap<string, () => string> = new Map([
  ['event', () => say('Event')],
  ['time', () => say('Time')],
  ['value', () => say('Value')],
  ['count', () => say('Count')],
  ['breakdown', () => say('Breakdown')],
  ['period', () => say('Period')],
  ['series', () => say('Series')],
  ['step', () => say('Step')],
  ['name', () => say('Name')],
  ['average_time', () => say('Average time')],
  ['cohort', () => say('Cohort')],
  ['interval', () => say('Interval')],
  ['source', () => say('Source')],
  ['target', () => say('Target')],
])

export function seriesName(answer: ChartAnswer, place: number): string {
  return answer.series?.[place]?.name ?? say('Series {number}', { number: place + 1 })
}

function seriesCount(answer: ChartAnswer): number {
  const column = answer.columns.findIndex(({ name }) => name === 'series')
  return new Set(answer.rows.map((row) => row[column])).size
}

function seriesLabel(name: string, key: string | null, many: boolean): string {
  if (key === null) return name
  return many ? `${name} – ${key}` : key
}

function breakdownOf(value: Cell | undefined): string | null {
  return value === undefined ? null : valueName(value)
}

function periodOf(value: Cell | undefined): Period {
  return value === 'previous' ? 'previous' : 'current'
}

function textOf(value: Cell | undefined): string {
  return typeof value === 'string' ? value : valueName(value ?? null)
}

function reader(answer: ChartAnswer) {
  const places = new Map(answer.columns.map((column, index) => [column.name, index]))
  return (row: Row, name: string): Cell | undefined => {
    const place = places.get(name)
    return place === undefined ? undefined : (row[place] ?? null)
  }
}

/** Sorts points into series. The buckets of a previous period lie under those of the current one, in order. */
function gather(points: readonly Point[], over: Plot['over']): Plot {
  const current = categoriesOf(points, 'current', over)
  const previous = over === 'time' ? categoriesOf(points, 'previous', over) : current
  const categories = current.length > 0 ? current : previous
  const index = {
    current: placesOf(current),
    previous: placesOf(over === 'time' ? previous : categories),
  }
  const series = new Map<string, PlotSeries & Filling>()
  for (const { category, value, row, ...head } of points) {
    const id = JSON.stringify([head.place, head.key, head.name, head.period])
    const known = series.get(id) ?? { ...head, values: categories.map(() => null), rows: [] }
    series.set(id, known)
    const at = index[head.period].get(category)
    if (at === undefined || at >= categories.length) continue
    known.values[at] = value
    known.rows[at] = row
  }
  return { categories, over, series: [...series.values()] }
}

interface Filling {
  readonly values: (number | null)[]
  readonly rows: (number | undefined)[]
}

function categoriesOf(points: readonly Point[], period: Period, over: Plot['over']): string[] {
  const relevant = over === 'time' ? points.filter((point) => point.period === period) : points
  const distinct = [...new Set(relevant.map((point) => point.category))]
  return over === 'time' ? distinct.sort((a, b) => Date.parse(a) - Date.parse(b)) : distinct
}

function placesOf(categories: readonly string[]): Map<string, number> {
  return new Map(categories.map((category, index) => [category, index]))
}
