import { eventData } from '../lib/eventStream.ts'
import { call } from './client.ts'
import { ApiError, isAbort } from './errors.ts'

export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell }
export type Row = readonly Cell[]
/** Open: the values of types not named here are shown as they come. */
export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'time' | 'date' | 'object' | 'list'

export interface Column {
  readonly name: string
  readonly type: ColumnType
}

interface Heading {
  readonly id: number | string
  readonly title: string
  readonly type: string
}

/** The computed rows of one chart. */
export interface ChartAnswer extends Heading {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Names of the series that the column `series` counts. */
  readonly series?: readonly { readonly name: string }[]
}

/** A point: its key, a number for each series, beside it what stood there before, and points inside it. */
export interface TreePoint {
  readonly buckets?: readonly TreePoint[]
  readonly [name: string]: unknown
}

/** What a tree of data sets comes to. */
export type Dataset =
  | { readonly type: 'count'; readonly value?: number | null }
  | {
      readonly type: 'aggregate'
      readonly metadata: { readonly seriesTitles: readonly string[] }
      readonly dataset: readonly TreePoint[]
    }
  | { readonly type: 'json'; readonly rows: readonly Readonly<Record<string, Cell>>[] }

/** The answer to a `DatasetTree`, which has no rows. */
export interface TreeAnswer extends Heading {
  readonly dataset: Dataset
}

export interface ChartFailure extends Heading {
  readonly error: string
  readonly error_code: string
  /** Where in the question the trouble lies, such as `query.series[1].math_property`. */
  readonly error_path?: string
}

export type ChartResult = ChartAnswer | TreeAnswer | ChartFailure

export type AnswerMessage =
  | { readonly type: 'start'; readonly position: number; readonly as_of: string; readonly charts: number }
  | { readonly type: 'chart'; readonly index: number; readonly chart: ChartResult }
  | { readonly type: 'end' }

/** What is asked of a dashboard; an absent date means the dashboard's own. */
export interface Question {
  readonly date_from?: string | undefined
  readonly date_to?: string | undefined
  readonly compare?: boolean | undefined
  readonly refresh?: boolean | undefined
  /** JSON: the values chosen for each of the dashboard's available filters. */
  readonly filters?: string | undefined
  readonly compare_to?: string | undefined
  readonly interval?: string | undefined
  /** JSON: values of variables by name. */
  readonly variables?: string | undefined
  /** JSON: property filters that hold as well. */
  readonly properties?: string | undefined
  /** Only the persons of a segment. */
  readonly segment_id?: string | undefined
  /** Only those who fit a builder's statement. */
  readonly scope_query?: string | undefined
}

interface WholeAnswer {
  readonly position: number
  readonly as_of: string
  readonly charts: readonly ChartResult[]
}

export function hasFailed(result: ChartResult): result is ChartFailure {
  return 'error' in result
}

/**
 * Asks for all charts at an address and yields each as it is ready. A stream that cannot be had, or
 * that breaks off, is replaced by one plain JSON answer; the messages are the same either way.
 */
export async function* readAnswers(
  path: string,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): AsyncGenerator<AnswerMessage> {
  const accept = 'text/event-stream, application/json;q=0.5'
  const response = await call(path, { signal, headers, accept })
  if (!isStream(response) || response.body === null) {
    yield* wholeAnswer(await response.json())
    return
  }
  if (yield* streamedAnswer(response.body)) return
  yield* wholeAnswer(await (await call(path, { signal, headers })).json())
}

/** Passes the stream on; true when it came to its proper end. */
async function* streamedAnswer(body: ReadableStream<Uint8Array>): AsyncGenerator<AnswerMessage, boolean> {
  try {
    for await (const data of eventData(body)) {
      const message = parse(data)
      if (message === null) continue
      yield message
      if (message.type === 'end') return true
    }
  } catch (error) {
    if (isAbort(error) || error instanceof ApiError) throw error
  }
  return false
}

function* wholeAnswer(body: unknown): Generator<AnswerMessage> {
  const { position, as_of, charts } = body as WholeAnswer
  yield { type: 'start', position, as_of, charts: charts.length }
  for (const [index, chart] of charts.entries()) yield { type: 'chart', index, chart }
  yield { type: 'end' }
}

function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
}

/** Kinds of message that this page does not know yet are skipped. */
function parse(data: string): AnswerMessage | null {
  const message = JSON.parse(data) as AnswerMessage
  return ['start', 'chart', 'end'].includes(message.type) ? message : null
}
