import type { Question } from '../api/answers.ts'
import type { DateRange } from './dateRange.ts'

/** The part of the URL that decides which numbers a dashboard shows. */
export interface DashboardSearch {
  readonly date_from?: string
  readonly date_to?: string
  readonly compare?: 'true'
  /** How long before the compared period is: `-1y`. */
  readonly compare_to?: string
  /** The steps of time, in place of those of each chart. */
  readonly interval?: string
  /** JSON: values of variables by name. */
  readonly variables?: string
  /** As the server takes it: `{"channels": ["12"]}`. */
  readonly filters?: string
  /** JSON: property filters, for every chart whose data has the property. */
  readonly properties?: string
  /** JSON: the point of a chart that is looked behind; no part of the question. */
  readonly behind?: string
  /** Whether the dashboard is being edited; no part of the question. */
  readonly edit?: 'true'
  /** Whether new data is shown as it comes; no part of the question. */
  readonly live?: 'true'
}

const texts = [
  ...(['date_from', 'date_to', 'compare_to', 'interval', 'variables'] as const),
  ...(['filters', 'properties', 'behind'] as const),
]
const flags = ['compare', 'edit', 'live'] as const

export function readSearch(search: Readonly<Record<string, unknown>>): DashboardSearch {
  const said = texts.flatMap((name) => {
    const value = text(search[name])
    return value === undefined ? [] : [[name, value]]
  })
  const set = flags.filter((name) => search[name] === 'true').map((name) => [name, 'true'])
  return Object.fromEntries([...said, ...set])
}

export function withRange(search: DashboardSearch, { from, to }: DateRange): DashboardSearch {
  return readSearch({ ...search, date_from: from, date_to: to })
}

export function withCompare(search: DashboardSearch, compare: boolean): DashboardSearch {
  return readSearch({ ...search, compare: compare ? 'true' : undefined, compare_to: undefined })
}

export function withFilters(search: DashboardSearch, filters: string | undefined): DashboardSearch {
  return readSearch({ ...search, filters })
}

/** With other steps of time, another compared period, or other values of variables. */
export function withLook(
  search: DashboardSearch,
  look: Partial<Readonly<Record<'interval' | 'compare_to' | 'variables', string | undefined>>>,
): DashboardSearch {
  return readSearch({ ...search, ...look })
}

export function withProperties(search: DashboardSearch, properties: string | undefined): DashboardSearch {
  return readSearch({ ...search, properties })
}

export function withBehind(search: DashboardSearch, behind: string | undefined): DashboardSearch {
  return readSearch({ ...search, behind })
}

export function withLive(search: DashboardSearch, live: boolean): DashboardSearch {
  return readSearch({ ...search, live: live ? 'true' : undefined })
}

export function withEdit(search: DashboardSearch, edit: boolean): DashboardSearch {
  return readSearch({ ...search, edit: edit ? 'true' : undefined })
}

export function questionOf({ edit: _, behind: __, live: ___, ...search }: DashboardSearch): Question {
  return { ...search, compare: search.compare === 'true' }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
