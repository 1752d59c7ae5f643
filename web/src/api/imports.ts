import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { callJson, sendBytes } from './client.ts'
import type { Page } from './dashboards.ts'
import { errorFrom } from './errors.ts'

/** A dataset that can be reported or filled. */
export interface Dataset {
  readonly name: string
  readonly table: string
  readonly time: string | null
  readonly takes_rows: boolean
  readonly key: readonly string[]
  readonly columns: readonly Column[]
}

export interface Column {
  readonly name: string
  readonly type: string
}

/** What is against a row; `path` names its column, empty for the whole row. */
export interface Fault {
  readonly row: number
  readonly line?: number
  readonly path: string
  readonly message: string
}

/** A line of a file: as it would be kept, or what is against it. */
export interface PreviewLine {
  readonly line: number
  /** What stands in the file, by the columns it fills. */
  readonly given: Readonly<Record<string, unknown>>
  readonly kept?: Readonly<Record<string, unknown>>
  readonly path?: string
  readonly message?: string
}

export interface Preview {
  readonly format: 'csv' | 'ndjson'
  readonly delimiter: string
  readonly columns: readonly {
    readonly name: string
    readonly column: string | null
    readonly samples: readonly unknown[]
  }[]
  readonly dataset: readonly (Column & { readonly key: boolean })[]
  readonly missing: readonly string[]
  readonly total: number
  readonly acceptable: number
  readonly lines: readonly PreviewLine[]
}

/** What became of a part of a file. */
export interface PartAnswer {
  readonly import: number
  readonly accepted: number
  readonly rejected: readonly Fault[]
  readonly warnings?: readonly Fault[]
}

export interface ImportRun {
  readonly id: number
  readonly dataset: string
  readonly file: string
  readonly done: boolean
  readonly accepted: number
  readonly rejected: number
  readonly warned: number
  readonly started_at: string
  readonly changed_at: string
  readonly user: { readonly id: number; readonly name: string; readonly email: string } | null
}

/** From a file's columns to the dataset's, empty for none. */
export type Mapping = Readonly<Record<string, string>>

/** Where rows go, and what they mean. */
export interface Target {
  readonly project: number
  readonly dataset: string
  /** Absent: guessed by the names. */
  readonly mapping: Mapping | null
}

export function datasetsQuery(project: number) {
  return queryOptions({
    queryKey: ['datasets', project],
    queryFn: ({ signal }) => callJson<Page<Dataset>>(api.datasets(project), { signal }),
    staleTime: 300_000,
  })
}

export function importsQuery(project: number) {
  return infiniteQueryOptions({
    queryKey: ['imports', project],
    queryFn: ({ signal, pageParam }) =>
      callJson<Page<ImportRun>>(api.imports(project, { cursor: pageParam, limit: 20 }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}

/** What would come of these rows. */
export async function previewRows(
  { project, dataset, mapping }: Target,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<Preview> {
  const path = api.importPreview(project, dataset, { mapping: mappingText(mapping) })
  const response = await sendBytes(path, bytes, signal)
  if (!response.ok) throw await errorFrom(response)
  return (await response.json()) as Preview
}

export interface PartOptions {
  readonly delimiter: string
  readonly file: string
  /** The import that this part goes on with. */
  readonly import: number | undefined
  readonly more: boolean
}

/** Puts a part of a file in. That all of its rows were refused is an answer, not a failure. */
export async function sendPart(
  { project, dataset, mapping }: Target,
  { delimiter, file, import: begun, more }: PartOptions,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<PartAnswer> {
  const parameters = { mapping: mappingText(mapping), delimiter, file, import: begun, more }
  const response = await sendBytes(api.import(project, dataset, parameters), bytes, signal)
  if (response.ok) return (await response.json()) as PartAnswer
  const answer: unknown =
    response.status === 400
      ? await response
          .clone()
          .json()
          .catch(() => null)
      : null
  if (isPartAnswer(answer)) return answer
  throw await errorFrom(response)
}

function isPartAnswer(answer: unknown): answer is PartAnswer {
  return typeof answer === 'object' && answer !== null && 'rejected' in answer
}

function mappingText(mapping: Mapping | null): string {
  return mapping === null ? '' : JSON.stringify(mapping)
}
