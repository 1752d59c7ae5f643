import { Toggle } from '../../ui/Toggle.tsx'
import type { Field } from '../field.ts'
import { items, read, write } from '../query.ts'
import { useForm, useWrong } from './FormContext.ts'
import classes from './field.module.css'

/** Some of a few; what it does not know of stays chosen. */
export function SomeField({ field }: { readonly field: Extract<Field, { as: 'some' }> }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const value = items(read(query, field.at))
  const toggled = (one: string, on: boolean) =>
    on ? [...value, one] : value.filter((other) => other !== one)
  return (
    <fieldset className={classes.some}>
      <legend>{field.label}</legend>
      {field.options.map((option) => (
        <Toggle
          key={option.value}
          checked={value.includes(option.value)}
          onChange={(on) => onChange(write(query, field.at, toggled(option.value, on)))}
        >
          {option.label}
        </Toggle>
      ))}
      {wrong !== null && <p className={classes.wrong}>{wrong}</p>}
    </fieldset>
  )
}
