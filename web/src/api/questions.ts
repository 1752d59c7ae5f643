import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import type { ChartResult, Row } from './answers.ts'
import { callJson } from './client.ts'
import type { Filters } from './dashboards.ts'

export interface Word {
  readonly name: string
  readonly type: string | null
}

interface Charts {
  readonly charts: readonly ChartResult[]
}

/** The dates of a dashboard, over those of its questions. */
export type Dates = Pick<Filters, 'date_from' | 'date_to'>

/** The answer to a question that nobody saved. */
export function previewQuery(project: number, query: unknown, { date_from, date_to }: Dates) {
  return queryOptions({
    queryKey: ['preview', project, query, date_from, date_to],
    queryFn: async ({ signal }) => {
      const body = { query }
      const path = api.query(project, { date_from: date_from ?? '', date_to: date_to ?? '' })
      const answer = await callJson<Charts>(path, {
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

/** The rows of an answer; none where it failed. */
export async function previewRows(
  project: number,
  query: unknown,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const path = api.query(project)
  const { charts } = await callJson<Charts>(path, { method: 'POST', body: { query }, signal })
  const [chart] = charts
  return chart !== undefined && 'rows' in chart ? chart.rows : []
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
