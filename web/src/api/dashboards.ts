import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { callJson } from './client.ts'

/** A dashboard as it stands in lists: what it is called, not what is on it. */
export interface Registration {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly type: string
  readonly visibility: string
  readonly tags: readonly string[]
  readonly pinned: boolean
  readonly archived: boolean
  readonly refresh_interval: number | null
  readonly revision: number
  readonly created_at: string
  readonly updated_at: string
  readonly created_by: { readonly id: number; readonly name: string; readonly email: string } | null
}

export interface Filters {
  readonly date_from?: string | null
  readonly date_to?: string | null
  readonly properties?: readonly unknown[]
}

/** A filter that readers may set to values of their choice. */
export interface AvailableFilter {
  readonly technical_name: string
  readonly title?: string
  readonly multi_select?: boolean
}

export interface FilterValue {
  readonly value: string
  readonly label: string
}

export interface DashboardVariable {
  readonly code_name?: string
  readonly value?: unknown
}

export interface Dashboard extends Registration {
  /** Whether the reader may change it. */
  readonly editable?: boolean
  readonly filters: Filters
  readonly available_filters?: readonly AvailableFilter[]
  /** Values of SQL variables by the variable's id. */
  readonly variables?: Readonly<Record<string, DashboardVariable>>
  readonly sections: readonly Section[]
}

export interface Section {
  readonly title: string
  readonly cards: readonly Card[]
}

/** A place on the section's grid of 12 columns. */
export interface Card {
  readonly id: number | string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly layout: 'vertical' | 'horizontal'
  readonly charts: readonly Chart[]
}

/** What is drawn; `type` is open, because servers may know more types than this page. */
export interface Chart {
  readonly id: number | string
  readonly title: string
  readonly description: string | null
  readonly type: string
  readonly options: Readonly<Record<string, unknown>>
  readonly colors: readonly string[]
  readonly query?: unknown
  readonly insight?: unknown
}

export interface Page<T> {
  readonly results: readonly T[]
  readonly total: number
  readonly next: string | null
}

export interface ListSearch {
  readonly search: string
  /** Those in the trash instead of the others. */
  readonly deleted?: true | undefined
  /** Those that were archived instead of the others. */
  readonly archived?: true | undefined
  readonly tag?: string | undefined
}

export function dashboardsQuery(project: number, search: ListSearch) {
  return infiniteQueryOptions({
    queryKey: ['dashboards', project, search],
    queryFn: ({ signal, pageParam }) =>
      callJson<Page<Registration>>(api.dashboards(project, { ...search, cursor: pageParam, limit: 100 }), {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

export function dashboardQuery(project: number, id: number) {
  return queryOptions({
    queryKey: ['dashboard', project, id],
    queryFn: ({ signal }) => callJson<Dashboard>(api.dashboard(project, id), { signal }),
  })
}
