import type { Cell, ChartAnswer, Column, Row } from '../api/answers.ts'
import { fullTime, type Grain, grainOf, type Place } from '../lib/time.ts'
import { numberOf, valueName } from './cell.ts'
import { type Format, formatOf, written } from './format.ts'
import { columnTitle, isNumeric, seriesName } from './plot.ts'

/** An answer's rows as texts: what stands behind every chart, and for types this page cannot draw. */
export interface Table {
  readonly headings: readonly { readonly title: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly string[])[]
  /** What the texts say, to sort them by; absent where the texts themselves are to be sorted. */
  readonly values?: readonly (readonly Cell[])[]
  /** The row of the answer that each row is. */
  readonly spots?: readonly number[]
  /** For each row how it developed. */
  readonly sparks?: readonly (readonly (number | null)[])[]
}

export function tableOf(answer: ChartAnswer, place: Place): Table {
  const shown = answer.columns.map((_, index) => index).filter((index) => isShown(answer, index))
  const writers = shown.map((index) => writer(answer, index, place))
  return {
    headings: shown.map((index) => heading(answer.columns[index])),
    rows: answer.rows.map((row) => shown.map((index, at) => writers[at]?.(row[index] ?? null, row) ?? '')),
    values: answer.rows.map((row) => shown.map((index) => row[index] ?? null)),
    spots: answer.rows.map((_, index) => index),
  }
}

/** The number of a lone, unnamed series says nothing. */
function isShown(answer: ChartAnswer, index: number): boolean {
  const lone = answer.series === undefined || (answer.series.length === 1 && answer.columns.length > 2)
  return !(answer.columns[index]?.name === 'series' && lone && answer.columns.length > 1)
}

function heading(column: Column | undefined) {
  const name = column?.name ?? ''
  return { title: columnTitle(name), numeric: isNumeric(column) && name !== 'series' }
}

function writer(answer: ChartAnswer, index: number, place: Place): (cell: Cell, row: Row) => string {
  const column = answer.columns[index]
  if (column?.name === 'series') return (cell) => seriesName(answer, numberOf(cell) ?? 0)
  if (column?.type === 'time' || column?.type === 'date') return timeWriter(answer, index, place)
  if (isNumeric(column))
    return (cell, row) => numberText(cell, formatOf(answer, column?.name ?? '', row), place)
  return (cell) => valueName(cell, place.locale)
}

function timeWriter(answer: ChartAnswer, index: number, place: Place): (cell: Cell) => string {
  const times = answer.rows.map((row) => row[index]).filter((cell) => typeof cell === 'string')
  const grain: Grain = grainOf(times)
  return (cell) => (typeof cell === 'string' ? fullTime(cell, grain, place) : '–')
}

function numberText(cell: Cell, format: Format, { locale }: Place): string {
  const value = numberOf(cell)
  if (value !== null) return written(value, format, locale)
  return cell === null ? '–' : valueName(cell, locale)
}
