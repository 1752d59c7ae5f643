import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import type { Column, Question, Row } from './answers.ts'
import { call, callJson } from './client.ts'

export type Kind = 'persons' | 'events' | 'rows'

/** A point of a chart of a dashboard, and how the dashboard is looked at. */
export interface PointAddress {
  readonly project: number
  readonly dashboard: number
  readonly chart: number | string
  /** JSON: the cells of the point's row. */
  readonly point: string
  readonly question: Question
}

export interface BehindPage {
  readonly show: Kind
  readonly kinds: readonly Kind[]
  readonly total: number
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly next: string | null
}

const pageSize = 50

export function behindQuery(address: PointAddress, show: Kind | undefined, search: string) {
  return infiniteQueryOptions({
    queryKey: ['behind', address, show, search],
    queryFn: ({ signal, pageParam }) =>
      callJson<BehindPage>(pathOf(address, { show, search, cursor: pageParam, limit: pageSize }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    staleTime: 30_000,
    retry: false,
  })
}

/** All that is listed as a file, up to the server's limit. */
export async function behindFile(address: PointAddress, show: Kind, search: string): Promise<Blob> {
  return (await call(pathOf(address, { show, search }), { accept: 'text/csv' })).blob()
}

function pathOf(
  { project, dashboard, chart, point, question }: PointAddress,
  more: Readonly<Record<string, string | number | undefined>>,
): string {
  const view = { ...question, compare: question.compare || undefined, refresh: undefined }
  return api.behind(project, dashboard, chart, { ...view, point, ...more })
}
