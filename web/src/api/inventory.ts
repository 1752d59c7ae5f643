import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { callJson } from './client.ts'
import type { Page } from './dashboards.ts'
import type { Column } from './imports.ts'

/** How much of a dataset there is. */
export interface Stock {
  readonly name: string
  readonly rows: number
  /** The column that says when a row is of. */
  readonly time: string | null
  readonly newest: string | null
  readonly columns: readonly (Column & { readonly key: boolean })[]
}

export interface EventCount {
  readonly name: string
  readonly count: number
  readonly newest: string | null
}

export interface PropertyUse {
  readonly name: string
  readonly type: string | null
  /** In how many of the events looked at, from 0 to 1. */
  readonly share: number
  readonly examples: readonly string[]
}

export interface PropertyUses extends Page<PropertyUse> {
  /** How many of the newest events were looked at. */
  readonly looked_at: number
}

export function stockQuery(project: number) {
  return queryOptions({
    queryKey: ['inventory', project],
    queryFn: async ({ signal }) => (await callJson<Page<Stock>>(api.inventory(project), { signal })).results,
  })
}

export function eventCountsQuery(project: number) {
  return queryOptions({
    queryKey: ['inventory', project, 'events'],
    queryFn: async ({ signal }) =>
      (await callJson<Page<EventCount>>(`${api.inventory(project)}/events`, { signal })).results,
  })
}

export function propertyUsesQuery(project: number) {
  return queryOptions({
    queryKey: ['inventory', project, 'properties'],
    queryFn: ({ signal }) => callJson<PropertyUses>(`${api.inventory(project)}/properties`, { signal }),
  })
}
