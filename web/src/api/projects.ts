import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { call, callJson } from './client.ts'
import type { Project } from './session.ts'

/** A project with how it is set up. */
export interface ProjectSetup extends Project {
  /** By it programs send events; it lets nothing out. */
  readonly token: string
  readonly test_account_filters: readonly unknown[]
}

export function projectQuery(project: number) {
  return queryOptions({
    queryKey: ['project', project],
    queryFn: ({ signal }) => callJson<ProjectSetup>(api.project(project), { signal }),
  })
}

export function currencyQuery(project: number) {
  return queryOptions({
    queryKey: ['currency', project],
    queryFn: async ({ signal }) => {
      const answer = await callJson<{ readonly currency: string | null }>(api.currency(project), { signal })
      return answer.currency
    },
  })
}

export function makeProject(body: Pick<Project, 'name' | 'timezone' | 'week_start'>): Promise<ProjectSetup> {
  return callJson(api.projects(), { method: 'POST', body })
}

export function changeProject(project: number, body: Partial<ProjectSetup>): Promise<ProjectSetup> {
  return callJson(api.project(project), { method: 'PATCH', body })
}

/** Names the currency that money is converted to; null leaves it as it is. */
export async function setCurrency(project: number, currency: string | null): Promise<void> {
  const path = api.currency(project)
  await call(path, currency === null ? { method: 'DELETE' } : { method: 'PUT', body: { currency } })
}
