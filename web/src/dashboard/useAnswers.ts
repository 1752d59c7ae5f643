import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerMessage, Question } from '../api/answers.ts'
import { isUnreachable } from '../api/errors.ts'
import { type Answers, outdated, receive } from './answers.ts'

/** Milliseconds until a server that could not be reached is tried again. */
const again = 5_000

/** Where answers come from. */
export interface AnswerSource {
  /** What the answers to all questions are kept under. */
  readonly family: readonly unknown[]
  /** What is asked besides the question: another one has other answers. */
  readonly charts?: string
  readonly read: (question: Question, signal: AbortSignal) => AsyncGenerator<AnswerMessage>
  /** Milliseconds until the same is asked again; absent: never by itself. */
  readonly interval?: number
}

interface AnswersState {
  readonly answers: Answers | undefined
  readonly error: Error | null
  readonly loading: boolean
  readonly reload: () => void
}

/**
 * The answers to a question, updated as each chart comes in. Each question has its own place in the
 * cache and its reading stops when the question changes, so an older answer never covers a newer one.
 */
export function useAnswers(
  { family, charts, read, interval }: AnswerSource,
  question: Question,
): AnswersState {
  const client = useQueryClient()
  const key = [...family, question, charts]
  const [reloading, setReloading] = useState(false)
  const ask = (asked: Question) => (context: { signal: AbortSignal }) => {
    return collect(client, key, read(asked, context.signal), newest(client, family))
  }
  const query = useQuery({
    queryKey: key,
    queryFn: ask(question),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchInterval: ({ state }) => (isUnreachable(state.error) ? again : (interval ?? false)),
    refetchOnWindowFocus: false,
  })
  const reload = async () => {
    setReloading(true)
    await client.cancelQueries({ queryKey: family })
    const again = { queryKey: key, queryFn: ask({ ...question, refresh: true }), staleTime: 0 }
    await client.fetchQuery(again).catch(() => undefined)
    setReloading(false)
  }
  return {
    answers: query.isPlaceholderData ? outdated(query.data) : query.data,
    error: query.error,
    loading: query.isFetching || reloading,
    reload: () => void reload(),
  }
}

async function collect(
  client: QueryClient,
  key: readonly unknown[],
  messages: AsyncGenerator<AnswerMessage>,
  previous: Answers | undefined,
): Promise<Answers> {
  let answers = outdated(previous)
  for await (const message of messages) {
    answers = receive(answers, message)
    client.setQueryData(key, answers)
  }
  return answers
}

/** The answers last seen of this dashboard, whatever the question was. */
function newest(client: QueryClient, family: readonly unknown[]): Answers | undefined {
  const known = client.getQueryCache().findAll({ queryKey: family })
  const latest = known.reduce<(typeof known)[number] | undefined>(
    (best, query) =>
      query.state.data !== undefined && query.state.dataUpdatedAt >= (best?.state.dataUpdatedAt ?? 0)
        ? query
        : best,
    undefined,
  )
  return latest?.state.data as Answers | undefined
}
