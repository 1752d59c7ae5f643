import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { call, callJson } from './client.ts'

/** A dashboard that a user was given. */
export interface Assigned {
  readonly id: number
  readonly name: string | null
  readonly type: string
  readonly is_default: boolean
}

/** The dashboards a user was given in a project, in the order they were. */
export function assignedQuery(project: number, user: number) {
  return queryOptions({
    queryKey: ['assigned', project, user],
    queryFn: async ({ signal }) => {
      const { results } = await callJson<{ results: readonly Assigned[] }>(api.assigned(project, user), {
        signal,
      })
      return results
    },
  })
}

/** Makes a dashboard the one that a user sees first. */
export async function openFirst(project: number, user: number, dashboard: number): Promise<void> {
  await call(api.assignment(project, user, dashboard), { method: 'PUT', body: { is_default: true } })
}

export async function unassign(project: number, user: number, dashboard: number): Promise<void> {
  await call(api.assignment(project, user, dashboard), { method: 'DELETE' })
}
