import { useQuery } from '@tanstack/react-query'
import { type ChartResult, hasFailed } from '../api/answers.ts'
import { sentenceOf } from '../api/errors.ts'
import { type Dates, previewQuery } from '../api/questions.ts'
import type { Query } from './model.ts'

export interface PreviewState {
  /** The last answer that came, be it to the question before. */
  readonly result: ChartResult | null
  readonly fresh: boolean
  /** What is wrong with the question as it stands. */
  readonly error: string | null
}

/** The answer to a question that is being written. */
export function usePreview(project: number, query: Query, dates: Dates): PreviewState {
  const { data, error, isPlaceholderData, isFetching } = useQuery(previewQuery(project, query, dates))
  const result = data ?? null
  const failed = result !== null && hasFailed(result) ? result.error : null
  const fresh = !isPlaceholderData && !isFetching
  return { result, fresh, error: error === null ? (fresh ? failed : null) : sentenceOf(error) }
}
