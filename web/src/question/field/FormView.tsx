import { useMemo } from 'react'
import { say } from '../../lang/say.ts'
import { type Field, type Form, fieldAt, fieldsOf } from '../field.ts'
import type { Query } from '../query.ts'
import { FieldRows } from './FieldRows.tsx'
import { FormContext, type FormState, type Trouble } from './FormContext.ts'
import classes from './field.module.css'

/** What somebody says is wrong with what a form holds. */
export interface Wrong {
  readonly message: string
  /** Where; null where nobody says. */
  readonly path: string | null
}

interface FormViewProps {
  readonly project: number
  readonly form: Form
  /** What the form is about. */
  readonly query: Query
  readonly dated?: boolean
  readonly wrong: Wrong | null
  readonly onChange: (query: Query) => void
}

/** A form: its fields in rows, those that few need in a part that opens, and mistakes at their fields. */
export function FormView({ project, form, query, dated = false, wrong, onChange }: FormViewProps) {
  const trouble = useMemo(() => troubleOf(wrong, fieldsOf(form, query)), [wrong, form, query])
  const state: FormState = { project, query, dated, trouble, onChange }
  const { rows, more = [] } = form
  const opens = fieldsOf({ rows: more }, query).some((field) => field.at === trouble?.field?.at)
  return (
    <FormContext value={state}>
      <div className={classes.rows}>
        <FieldRows rows={rows} />
        {more.length > 0 && (
          <details className={classes.more} open={opens || undefined}>
            <summary>{say('More')}</summary>
            <div>
              <FieldRows rows={more} />
            </div>
          </details>
        )}
      </div>
    </FormContext>
  )
}

function troubleOf(wrong: Wrong | null, fields: readonly Field[]): Trouble | null {
  if (wrong === null) return null
  const { path, message } = wrong
  const field = path === null ? null : fieldAt(fields, path)
  return { message: message.replace(`${path}: `, ''), path, field }
}
