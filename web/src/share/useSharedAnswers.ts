import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type AnswerMessage, readAnswers } from '../api/answers.ts'
import { isLocked, isMissing } from '../api/errors.ts'
import { shareQuery, ticketHeader } from '../api/shares.ts'
import { useAnswers } from '../dashboard/useAnswers.ts'
import { api } from '../lib/paths.ts'

/** The answers of a link, asked again by themselves. */
export function useSharedAnswers(token: string, ticket: string | null, interval: number) {
  const client = useQueryClient()
  const source = {
    family: ['share answers', token, ticket],
    read: (_: unknown, signal: AbortSignal) => read(client, token, ticket, signal),
    interval,
  }
  return useAnswers(source, {})
}

/** A link that was closed or locked meanwhile is looked at anew: the page then says so. */
async function* read(
  client: QueryClient,
  token: string,
  ticket: string | null,
  signal: AbortSignal,
): AsyncGenerator<AnswerMessage> {
  try {
    yield* readAnswers(api.shareData(token), signal, ticketHeader(ticket))
  } catch (error) {
    if (isLocked(error) || isMissing(error)) void client.invalidateQueries(shareQuery(token, ticket))
    throw error
  }
}
