import { TextInput } from '@mantine/core'
import type { Field } from '../field.ts'
import { read, write } from '../query.ts'
import { useForm, useWrong } from './FormContext.ts'

/** A number; empty for the usual one, which is shown as a hint. */
export function NumberField({ field }: { readonly field: Extract<Field, { as: 'number' }> }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const shift = field.fromOne ? 1 : 0
  const value = read(query, field.at)
  const shown = (number: number | undefined) => (number === undefined ? undefined : number + shift)
  const change = (typed: string) => {
    const number = Number(typed)
    if (typed === '') onChange(write(query, field.at, undefined))
    else if (Number.isFinite(number)) onChange(write(query, field.at, number - shift))
  }
  return (
    <TextInput
      size="xs"
      type="number"
      label={field.label}
      description={field.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={wrong}
      value={typeof value === 'number' ? value + shift : ''}
      placeholder={String(shown(field.otherwise) ?? '')}
      min={shown(field.min)}
      max={shown(field.max)}
      step={field.step}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
