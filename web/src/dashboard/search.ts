import type { Question } from '../api/answers.ts'
import type { DateRange } from './dateRange.ts'

/** The part of the URL that decides which numbers a dashboard shows. */
export interface DashboardSearch {
  readonly date_from?: string
  readonly date_to?: string
  readonly compare?: 'true'
  /** As the server takes it: `{"channels": ["12"]}`. */
  readonly filters?: string
  /** JSON: property filters, for every chart whose data has the property. */
  readonly properties?: string
  /** JSON: the point of a chart that is looked behind; no part of the question. */
  readonly behind?: string
  /** Whether the dashboard is being edited; no part of the question. */
  readonly edit?: 'true'
}

export function readSearch(search: Readonly<Record<string, unknown>>): DashboardSearch {
  const from = text(search.date_from)
  const to = text(search.date_to)
  const filters = text(search.filters)
  const properties = text(search.properties)
  const behind = text(search.behind)
  return {
    ...(from === undefined ? {} : { date_from: from }),
    ...(to === undefined ? {} : { date_to: to }),
    ...(search.compare === 'true' ? { compare: 'true' as const } : {}),
    ...(filters === undefined ? {} : { filters }),
    ...(properties === undefined ? {} : { properties }),
    ...(behind === undefined ? {} : { behind }),
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

export function withProperties(search: DashboardSearch, properties: string | undefined): DashboardSearch {
  return readSearch({ ...search, properties })
}

export function withBehind(search: DashboardSearch, behind: string | undefined): DashboardSearch {
  return readSearch({ ...search, behind })
}

export function withEdit(search: DashboardSearch, edit: boolean): DashboardSearch {
  return readSearch({ ...search, edit: edit ? 'true' : undefined })
}

export function questionOf({ edit: _, behind: __, ...search }: DashboardSearch): Question {
  return { ...search, compare: search.compare === 'true' }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
