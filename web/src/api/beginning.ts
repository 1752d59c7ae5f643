import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import type { ChartResult } from './answers.ts'
import { callJson } from './client.ts'

/** The newest event of a project, for whoever waits for the first one. */
export interface NewestEvent {
  readonly event: string
  readonly person: string
  readonly time: string
}

interface Keyed {
  readonly id: number
  /** What events are sent with; left out for those who may not see it. */
  readonly token?: string
}

/** What the events of a project are sent with; null when the caller may not know it. */
export function tokenQuery(project: number) {
  return queryOptions({
    queryKey: ['token', project],
    queryFn: async ({ signal }) => {
      const { results } = await callJson<{ readonly results: readonly Keyed[] }>(api.projects(), { signal })
      return results.find(({ id }) => id === project)?.token ?? null
    },
  })
}

const newest = 'select event, distinct_id, timestamp from events order by timestamp desc limit 1'

/** The newest event; null while there is none. */
export function newestEventQuery(project: number) {
  return queryOptions({
    queryKey: ['newest event', project],
    queryFn: async ({ signal }): Promise<NewestEvent | null> => {
      const body = { query: { kind: 'HogQLQuery', query: newest } }
      const path = api.query(project, { refresh: true })
      const answer = await callJson<{ readonly charts: readonly ChartResult[] }>(path, {
        method: 'POST',
        body,
        signal,
      })
      const [chart] = answer.charts
      const [row] = chart !== undefined && 'rows' in chart ? chart.rows : []
      return row === undefined
        ? null
        : { event: String(row[0]), person: String(row[1]), time: String(row[2]) }
    },
  })
}
