import type { Field } from '../field.ts'
import { FieldView } from './FieldView.tsx'
import classes from './field.module.css'

/** Fields in rows; a row without any is none. */
export function FieldRows({ rows }: { readonly rows: readonly (readonly Field[])[] }) {
  return rows
    .filter((row) => row.length > 0)
    .map((row) => (
      <div key={row[0]?.at} className={classes.row}>
        {row.map((field) => (
          <FieldView key={`${field.at} ${field.as}`} field={field} />
        ))}
      </div>
    ))
}
