import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { call, callJson } from './client.ts'
import { previewRows } from './questions.ts'

/** What people define for their questions, by the word of its kind in addresses. */
export type DefinitionKind = 'actions' | 'cohorts'

/** An action or a cohort, with what is particular to its kind beside its name. */
export interface Definition {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly updated_at: string
  readonly [field: string]: unknown
}

export function definitionsQuery(project: number, kind: DefinitionKind) {
  return queryOptions({
    queryKey: ['definitions', project, kind],
    queryFn: async ({ signal }) => {
      const path = api.definitions(project, kind, { limit: 1000 })
      return (await callJson<{ readonly results: readonly Definition[] }>(path, { signal })).results
    },
  })
}

/** How many persons are in a cohort now. */
export function countQuery(project: number, cohort: number) {
  return queryOptions({
    queryKey: ['definitions', project, 'cohorts', cohort, 'count'],
    queryFn: async ({ signal }) => {
      const query = `select count() from persons where id in cohort ${cohort}`
      const [row] = await previewRows(project, { kind: 'HogQLQuery', query }, signal)
      return typeof row?.[0] === 'number' ? row[0] : null
    },
    retry: false,
  })
}

/** Makes a definition, or changes the one of this number. */
export function saveDefinition(
  project: number,
  kind: DefinitionKind,
  id: number | null,
  body: unknown,
): Promise<Definition> {
  return id === null
    ? callJson(api.definitions(project, kind), { method: 'POST', body })
    : callJson(api.definition(project, kind, id), { method: 'PATCH', body })
}

export async function deleteDefinition(project: number, kind: DefinitionKind, id: number): Promise<void> {
  await call(api.definition(project, kind, id), { method: 'DELETE' })
}

/** Puts persons into a cohort that is a list. */
export async function addMembers(
  project: number,
  cohort: number,
  distinct_ids: readonly string[],
): Promise<void> {
  await call(`${api.definition(project, 'cohorts', cohort)}/members`, {
    method: 'POST',
    body: { distinct_ids },
  })
}
