import type { Question } from '../api/answers.ts'
import type { DateRange } from './dateRange.ts'

/** The part of the URL that decides which numbers a dashboard shows. */
export interface DashboardSearch {
  readonly date_from?: string
  readonly date_to?: string
  readonly compare?: 'true'
}

export function readSearch(search: Readonly<Record<string, unknown>>): DashboardSearch {
  const from = text(search.date_from)
  const to = text(search.date_to)
  return {
    ...(from === undefined ? {} : { date_from: from }),
    ...(to === undefined ? {} : { date_to: to }),
    ...(search.compare === 'true' ? { compare: 'true' as const } : {}),
  }
}

export function withRange({ compare }: DashboardSearch, { from, to }: DateRange): DashboardSearch {
  return readSearch({ date_from: from, date_to: to, compare })
}

export function withCompare(search: DashboardSearch, compare: boolean): DashboardSearch {
  return readSearch({ ...search, compare: compare ? 'true' : undefined })
}

export function questionOf(search: DashboardSearch): Question {
  return { date_from: search.date_from, date_to: search.date_to, compare: search.compare === 'true' }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
