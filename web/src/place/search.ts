import { type DashboardSearch, readSearch } from '../dashboard/search.ts'

/** What the URL of a page with dashboards on it decides: which of them, and which numbers. */
export interface PlaceSearch extends DashboardSearch {
  /** The number of the dashboard that is open; absent: the first. */
  readonly tab?: string
  /** The builder's statement: only those who fit it are looked at. */
  readonly scope_query?: string
}

export function readPlaceSearch(search: Readonly<Record<string, unknown>>): PlaceSearch {
  const { edit: _, behind: __, properties: ___, ...question } = readSearch(search)
  return { ...question, ...kept(search) }
}

/** Another question about the same dashboard and persons. */
export function asking(search: PlaceSearch, question: DashboardSearch): PlaceSearch {
  return readPlaceSearch({ ...question, ...kept({ ...search }) })
}

export function withTab(search: PlaceSearch, tab: number): PlaceSearch {
  // Values of filters are of one dashboard.
  return readPlaceSearch({ ...search, filters: undefined, tab: String(tab) })
}

export function withScope(search: PlaceSearch, scope_query: string): PlaceSearch {
  return readPlaceSearch({ ...search, scope_query })
}

function kept(search: Readonly<Record<string, unknown>>) {
  const { tab, scope_query } = search
  return {
    ...(typeof tab === 'string' && /^\d+$/.test(tab) ? { tab } : {}),
    ...(typeof scope_query === 'string' && scope_query.trim() !== '' ? { scope_query } : {}),
  }
}
