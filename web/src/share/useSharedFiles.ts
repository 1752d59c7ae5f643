import { useMemo } from 'react'
import type { Question } from '../api/answers.ts'
import { ticketHeader } from '../api/shares.ts'
import type { Files } from '../export/files.ts'
import { api } from '../lib/paths.ts'
import { parametersOf } from './useSharedAnswers.ts'

/** The files of a link as its visitor looks at it. */
export function useSharedFiles(token: string, ticket: string | null, question: Question): Files {
  const chosen = JSON.stringify(parametersOf(question))
  return useMemo(() => {
    const parameters: ReturnType<typeof parametersOf> = JSON.parse(chosen)
    return {
      path: (format, chart) =>
        chart === undefined
          ? api.shareFile(token, format, parameters)
          : api.shareChartFile(token, chart, format, parameters),
      headers: ticketHeader(ticket),
    }
  }, [token, ticket, chosen])
}
