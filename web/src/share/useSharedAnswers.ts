import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type AnswerMessage, type Question, readAnswers } from '../api/answers.ts'
import { isLocked, isMissing } from '../api/errors.ts'
import { shareQuery, ticketHeader } from '../api/shares.ts'
import { useAnswers } from '../dashboard/useAnswers.ts'
import { api } from '../lib/paths.ts'

/** The answers of a link, asked again by themselves. */
export function useSharedAnswers(token: string, ticket: string | null, interval: number, question: Question) {
  const client = useQueryClient()
  const source = {
    family: ['share answers', token, ticket],
    read: (asked: Question, signal: AbortSignal) =>
      read(client, { token, ticket, path: api.shareData(token, parametersOf(asked)) }, signal),
    interval,
  }
  return useAnswers(source, question)
}

/** Visitors ask for nothing anew. */
export function parametersOf({ refresh: _, compare, ...question }: Question) {
  return { ...question, compare: compare || undefined }
}

interface Visit {
  readonly token: string
  readonly ticket: string | null
  readonly path: string
}

/** A link that was closed or locked meanwhile is looked at anew: the page then says so. */
async function* read(
  client: QueryClient,
  { token, ticket, path }: Visit,
  signal: AbortSignal,
): AsyncGenerator<AnswerMessage> {
  try {
    yield* readAnswers(path, signal, ticketHeader(ticket))
  } catch (error) {
    if (isLocked(error) || isMissing(error)) void client.invalidateQueries(shareQuery(token, ticket))
    throw error
  }
}
