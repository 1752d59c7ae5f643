import { useQuery } from '@tanstack/react-query'
import { type ChartResult, hasFailed } from '../api/answers.ts'
import { ApiError, sentenceOf } from '../api/errors.ts'
import { type Dates, previewQuery } from '../api/questions.ts'
import type { Wrong } from './field/FormView.tsx'
import type { Query } from './query.ts'

export interface PreviewState {
  /** The last answer that came, be it to the question before. */
  readonly result: ChartResult | null
  readonly fresh: boolean
  /** What is wrong with the question as it stands. */
  readonly wrong: Wrong | null
}

/** The answer to a question that is being written. */
export function usePreview(project: number, query: Query, dates: Dates): PreviewState {
  const { data, error, isPlaceholderData, isFetching } = useQuery(previewQuery(project, query, dates))
  const result = data ?? null
  const fresh = !isPlaceholderData && !isFetching
  return { result, fresh, wrong: error === null ? (fresh ? wrongIn(result) : null) : refusal(error) }
}

function wrongIn(result: ChartResult | null): Wrong | null {
  if (result === null || !hasFailed(result)) return null
  const path = pathIn(result.error_path)
  return { message: result.error.replace(`query.${path}: `, `${path}: `), path }
}

function refusal(error: unknown): Wrong {
  return { message: sentenceOf(error), path: error instanceof ApiError ? pathIn(error.path) : null }
}

/** The path within the question. */
function pathIn(path: string | undefined): string | null {
  return path === undefined ? null : path.replace(/^query\./, '')
}
