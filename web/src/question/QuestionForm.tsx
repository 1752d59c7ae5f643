import { FormView, type Wrong } from './field/FormView.tsx'
import { formOf, renewed } from './kinds.ts'
import type { Query } from './query.ts'

interface QuestionFormProps {
  readonly project: number
  readonly query: Query
  /** Whether the dashboard has dates, which win over the question's. */
  readonly dated: boolean
  readonly wrong: Wrong | null
  readonly onChange: (query: Query) => void
}

/** The fields of a question's kind. What they do not know stays as it is. */
export function QuestionForm({ query, ...props }: QuestionFormProps) {
  const shown = renewed(query)
  return <FormView {...props} query={shown} form={formOf(shown)} />
}
