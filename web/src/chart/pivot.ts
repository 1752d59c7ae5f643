import type { Cell, ChartAnswer } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import type { Place } from '../lib/time.ts'
import { written } from './format.ts'
import { columnTitle, type Plot, plotOf } from './plot.ts'
import type { Table } from './table.ts'

/** The table of a trend, shorter than its rows: null where these are the better table. */
export function pivotOf(answer: ChartAnswer, place: Place): Table | null {
  const names = answer.columns.map(({ name }) => name)
  if (!names.includes('series') || !names.includes('value') || names.includes('period')) return null
  const plot = plotOf(answer)
  if (plot.over === 'time') return developments(plot, place)
  return names.includes('breakdown') && plot.categoryKeys !== undefined ? sideBySide(plot, place) : null
}

/** Breakdown values down, series across. */
function sideBySide({ categories, series }: Plot, place: Place): Table {
  const values = categories.map((category, index): Cell[] => [
    category,
    ...series.map((one) => one.values[index] ?? null),
  ])
  return {
    headings: [
      { title: columnTitle('breakdown'), numeric: false },
      ...series.map(({ name }) => ({ title: name, numeric: true })),
    ],
    rows: textsOf(values, place),
    values,
    spots: categories.map(
      (_, index) => series.find(({ rows }) => rows?.[index] !== undefined)?.rows?.[index] ?? 0,
    ),
  }
}

/** A row a series, with a line for how it developed; of single points there is nothing to tell. */
function developments({ series }: Plot, place: Place): Table | null {
  if (series.every(({ values }) => values.filter((value) => value !== null).length < 2)) return null
  const values = series.map(({ name, values: run }): Cell[] => {
    const known = run.filter((value) => value !== null)
    return [name, known.at(-1) ?? null, Math.min(...known), Math.max(...known)]
  })
  return {
    headings: [
      { title: columnTitle('series'), numeric: false },
      ...[say('Latest'), say('Lowest'), say('Highest')].map((title) => ({ title, numeric: true })),
    ],
    rows: textsOf(values, place),
    values,
    spots: series.map(({ rows = [] }) => rows.findLast((row) => row !== undefined) ?? 0),
    sparks: series.map((one) => one.values),
  }
}

function textsOf(values: readonly (readonly Cell[])[], { locale }: Place): string[][] {
  return values.map((row) =>
    row.map((cell) =>
      typeof cell === 'number' ? written(cell, { kind: 'plain' }, locale) : (cell ?? '–').toString(),
    ),
  )
}
