import { Toggle } from '../../ui/Toggle.tsx'
import type { Field } from '../field.ts'
import { read, write } from '../query.ts'
import { useForm, useWrong } from './FormContext.ts'
import classes from './field.module.css'

/** Yes or no; no says nothing. */
export function FlagField({ field }: { readonly field: Extract<Field, { as: 'flag' }> }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  return (
    <div className={classes.flag}>
      <Toggle
        checked={read(query, field.at) === true}
        onChange={(checked) => onChange(write(query, field.at, checked || undefined))}
      >
        {field.label}
      </Toggle>
      {wrong !== null && <p className={classes.wrong}>{wrong}</p>}
    </div>
  )
}
