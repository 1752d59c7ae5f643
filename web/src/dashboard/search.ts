import type { Question } from '../api/answers.ts'
import type { DateRange } from './dateRange.ts'

/** The part of the URL that decides which numbers a dashboard shows. */
export interface DashboardSearch {
  readonly date_from?: string
  readonly date_to?: string
  readonly compare?: 'true'
  /** As the server takes it: `{"channels": ["12"]}`. */
  readonly filters?: string
  /** Whether the dashboard is being edited; no part of the question. */
  readonly edit?: 'true'
}

export function readSearch(search: Readonly<Record<string, unknown>>): DashboardSearch {
  const from = text(search.date_from)
  const to = text(search.date_to)
  const filters = text(search.filters)
  return {
    ...(from === undefined ? {} : { date_from: from }),
    ...(to === undefined ? {} : { date_to: to }),
    ...(search.compare === 'true' ? { compare: 'true' as const } : {}),
    ...(filters === undefined ? {} : { filters }),
    ...(search.edit === 'true' ? { edit: 'true' as const } : {}),
  }
}

export function withRange(search: DashboardSearch, { from, to }: DateRange): DashboardSearch {
  return readSearch({ ...search, date_from: from, date_to: to })
}

export function withCompare(search: DashboardSearch, compare: boolean): DashboardSearch {
  return readSearch({ ...search, compare: compare ? 'true' : undefined })
}

export function withFilters(search: DashboardSearch, filters: string | undefined): DashboardSearch {
  return readSearch({ ...search, filters })
}

export function withEdit(search: DashboardSearch, edit: boolean): DashboardSearch {
  return readSearch({ ...search, edit: edit ? 'true' : undefined })
}

export function questionOf({ edit: _, ...search }: DashboardSearch): Question {
  return { ...search, compare: search.compare === 'true' }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
