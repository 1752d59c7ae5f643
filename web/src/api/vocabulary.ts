import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { callJson } from './client.ts'
import { previewRows } from './questions.ts'

/** Where the words of a field come from: what data had, what people defined, what the server knows. */
export type Source =
  | { readonly of: 'event' | 'event_property' | 'person_property' | 'session_property' | 'event_metadata' }
  | { readonly of: 'event_column' | 'actor_column' }
  | { readonly of: 'action' | 'cohort' | 'group_type' | 'dataset' | 'widget' | 'cube' }
  | {
      readonly of: 'group_property' | 'cube_dimension' | 'cube_metric'
      readonly in: string
    }
  | { readonly of: 'dimension' | 'metric'; readonly in: string }
  | { readonly of: 'value'; readonly owner: 'event' | 'person'; readonly in: string }

/** A word, with what it is called and what kind of value it names, where that is known. */
export interface Meaning {
  readonly value: string
  readonly label: string
  readonly type: string | null
}

interface Word {
  readonly name: string
  readonly type: string | null
  readonly index?: number
}

interface Results<T> {
  readonly results: readonly T[]
}

/** What a dataset can be asked for. */
interface Dataset {
  readonly name: string
  readonly dimensions: readonly { readonly name: string; readonly type: string }[]
  readonly metrics: readonly { readonly name: string; readonly description: string }[]
}

/** Words that a field may mean: names that data had, things that people defined, what the server knows. */
export function vocabularyQuery(project: number, source: Source) {
  return queryOptions({
    queryKey: ['vocabulary', project, source],
    queryFn: ({ signal }) => load(project, source, signal),
    staleTime: 60_000,
    retry: false,
  })
}

async function load(project: number, source: Source, signal: AbortSignal): Promise<readonly Meaning[]> {
  switch (source.of) {
    case 'action':
    case 'cohort':
      return defined(project, source.of === 'action' ? 'actions' : 'cohorts', signal)
    case 'dataset':
      return (await datasets(project, signal)).map(({ name }) => plain(name))
    case 'dimension':
    case 'metric':
      return ofDataset(await datasets(project, signal), source)
    case 'value':
      return values(project, source, signal)
    case 'event_column':
      return [
        '*',
        'event',
        'person',
        'person_display_name',
        'timestamp',
        'distinct_id',
        'properties.$current_url',
      ].map(plain)
    case 'actor_column':
      return [
        'actor',
        'person',
        'id',
        'created_at',
        'person_display_name',
        'event_count',
        'properties.email',
      ].map(plain)
    default:
      return words(project, source.of, 'in' in source ? source.in : undefined, signal)
  }
}

async function words(project: number, kind: string, of: string | undefined, signal: AbortSignal) {
  const path = api.words(project, { kind, of, limit: 1000 })
  const { results } = await callJson<Results<Word>>(path, { signal })
  return results.map(({ name, type, index }) => ({
    value: index === undefined ? name : String(index),
    label: name,
    type,
  }))
}

async function defined(project: number, kind: 'actions' | 'cohorts', signal: AbortSignal) {
  const path = api.definitions(project, kind, { limit: 1000 })
  const { results } = await callJson<Results<{ readonly id: number; readonly name: string }>>(path, {
    signal,
  })
  return results.map(({ id, name }) => ({ value: String(id), label: name || String(id), type: null }))
}

async function datasets(project: number, signal: AbortSignal): Promise<readonly Dataset[]> {
  return (await callJson<Results<Dataset>>(api.datasets(project), { signal })).results
}

function ofDataset(all: readonly Dataset[], { of, in: name }: { of: 'dimension' | 'metric'; in: string }) {
  const dataset = all.find((one) => one.name === name)
  return of === 'dimension'
    ? (dataset?.dimensions ?? []).map((one) => ({ value: one.name, label: one.name, type: one.type }))
    : (dataset?.metrics ?? []).map((one) => ({
        value: one.name,
        label: one.description || one.name,
        type: null,
      }))
}

/** The values that a property had of late, the most frequent first. */
async function values(
  project: number,
  { owner, in: property }: { owner: 'event' | 'person'; in: string },
  signal: AbortSignal,
) {
  if (property === '') return []
  const name = `\`${property.replace(/[\\`]/g, '\\$&')}\``
  const column = owner === 'person' ? `person.properties.${name}` : `properties.${name}`
  const query = `select toString(${column}) as value, count() as n from events where timestamp > now() - interval 30 day and value is not null group by value order by n desc limit 100`
  const rows = await previewRows(project, { kind: 'HogQLQuery', query }, signal)
  return rows.map(([value]) => plain(String(value)))
}

function plain(name: string): Meaning {
  return { value: name, label: name, type: null }
}
