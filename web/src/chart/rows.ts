import type { ChartAnswer } from '../api/answers.ts'
import { grainOf } from '../lib/time.ts'
import type { Plot } from './plot.ts'

// Rows of their own kind are known by their columns.

export function isFunnel(answer: ChartAnswer): boolean {
  return hasColumns(answer, ['step', 'name', 'count'])
}

export function isDurations(answer: ChartAnswer): boolean {
  return hasColumns(answer, ['seconds', 'count'])
}

export function isRetention(answer: ChartAnswer): boolean {
  return hasColumns(answer, ['cohort', 'interval', 'count'])
}

export function isPaths(answer: ChartAnswer): boolean {
  return hasColumns(answer, ['source', 'target', 'value'])
}

/** A calendar has days or hours. */
export function isCalendar({ over, categories, series }: Plot): boolean {
  const grain = grainOf(categories)
  return over === 'time' && series.length > 0 && (grain === 'day' || grain === 'hour')
}

function hasColumns({ columns }: ChartAnswer, names: readonly string[]): boolean {
  return names.every((name) => columns.some((column) => column.name === name))
}
