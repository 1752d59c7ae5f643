import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import type { ChartResult } from './answers.ts'
import { callJson } from './client.ts'
import type { Filters } from './dashboards.ts'

export interface Word {
  readonly name: string
  readonly type: string | null
}

export type WordKind = 'event' | 'event_property' | 'person_property'

/** The dates of a dashboard, over those of its questions. */
export type Dates = Pick<Filters, 'date_from' | 'date_to'>

/** The answer to a question that nobody saved. */
export function previewQuery(project: number, query: unknown, { date_from, date_to }: Dates) {
  return queryOptions({
    queryKey: ['preview', project, query, date_from, date_to],
    queryFn: async ({ signal }) => {
      const body = { query }
      const path = api.query(project, { date_from: date_from ?? '', date_to: date_to ?? '' })
      const answer = await callJson<{ readonly charts: readonly ChartResult[] }>(path, {
        method: 'POST',
        body,
        signal,
      })
      return answer.charts[0] ?? null
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
}

/** Names of events or properties that data had. */
export function wordsQuery(project: number, kind: WordKind) {
  return queryOptions({
    queryKey: ['words', project, kind],
    queryFn: ({ signal }) =>
      callJson<{ readonly results: readonly Word[] }>(api.words(project, { kind, limit: 1000 }), { signal }),
    staleTime: 300_000,
    select: ({ results }) => results,
  })
}

/** The values that a property had of late, the most frequent first. */
export function valuesQuery(project: number, owner: 'event' | 'person', property: string) {
  const name = `\`${property.replace(/[\\`]/g, '\\$&')}\``
  const column = owner === 'person' ? `person.properties.${name}` : `properties.${name}`
  const text = `select toString(${column}) as value, count() as n from events where timestamp > now() - interval 30 day and value is not null group by value order by n desc limit 100`
  return queryOptions({
    queryKey: ['values', project, owner, property],
    queryFn: async ({ signal }) => {
      const query = { kind: 'HogQLQuery', query: text }
      const body = { query }
      const path = api.query(project)
      const { charts } = await callJson<{ readonly charts: readonly ChartResult[] }>(path, {
        method: 'POST',
        body,
        signal,
      })
      const [chart] = charts
      return chart !== undefined && 'rows' in chart ? chart.rows.map(([value]) => String(value)) : []
    },
    enabled: property !== '',
    staleTime: 300_000,
    retry: false,
  })
}

/** What may come next at a place of an OTQL text. */
export async function otqlWords(
  project: number,
  query: string,
  row: number,
  column: number,
): Promise<readonly Word[]> {
  const path = `${api.words(project)}/otql`
  const body = { query, row, column }
  return (await callJson<{ readonly results: readonly Word[] }>(path, { method: 'POST', body })).results
}
