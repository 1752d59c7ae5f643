import { useMemo } from 'react'
import type { Question } from '../api/answers.ts'
import type { Address } from '../api/editing.ts'
import { api } from '../lib/paths.ts'
import type { Files } from './files.ts'

/** The files of a dashboard as the reader looks at it. */
export function useFiles({ project, id }: Address, question: Question): Files {
  const chosen = JSON.stringify(question)
  return useMemo(() => {
    const { refresh: _, compare, ...rest } = JSON.parse(chosen) as Question
    const parameters = { ...rest, compare: compare || undefined }
    return {
      path: (format, chart) =>
        chart === undefined
          ? api.dashboardFile(project, id, format, parameters)
          : api.chartFile(project, id, chart, format, parameters),
      headers: {},
    }
  }, [project, id, chosen])
}
