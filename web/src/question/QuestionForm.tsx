import { useMemo } from 'react'
import { say } from '../lang/say.ts'
import { FieldRows } from './field/FieldRows.tsx'
import { FormContext, type FormState } from './field/FormContext.ts'
import classes from './field/field.module.css'
import { type Field, fieldAt } from './field.ts'
import { allFields, formOf, renewed } from './kinds.ts'
import type { Query } from './query.ts'
import type { Wrong } from './usePreview.ts'

interface QuestionFormProps {
  readonly project: number
  readonly query: Query
  /** Whether the dashboard has dates, which win over the question's. */
  readonly dated: boolean
  readonly wrong: Wrong | null
  readonly onChange: (query: Query) => void
}

/** The fields of a question's kind. What they do not know stays as it is. */
export function QuestionForm({ project, query, dated, wrong, onChange }: QuestionFormProps) {
  const shown = renewed(query)
  const form = formOf(shown)
  const trouble = useMemo(() => troubleOf(wrong, allFields(renewed(query))), [wrong, query])
  const state: FormState = { project, query: shown, dated, trouble, onChange }
  const opens =
    trouble?.field !== null && (form.more ?? []).flat().some(({ at }) => at === trouble?.field?.at)
  return (
    <FormContext value={state}>
      <div className={classes.rows}>
        <FieldRows rows={form.rows} />
        {form.more !== undefined && (
          <details className={classes.more} open={opens || undefined}>
            <summary>{say('More')}</summary>
            <div>
              <FieldRows rows={form.more} />
            </div>
          </details>
        )}
      </div>
    </FormContext>
  )
}

function troubleOf(wrong: Wrong | null, fields: readonly Field[]): FormState['trouble'] {
  if (wrong === null) return null
  const { path } = wrong
  const message = wrong.message.replace(`query.${path}: `, '')
  return { message, path, field: path === null ? null : fieldAt(fields, path) }
}
