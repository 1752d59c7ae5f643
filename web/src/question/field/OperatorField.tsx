import { NativeSelect } from '@mantine/core'
import type { Field, Operand } from '../field.ts'
import { withOperator } from '../part/filters.ts'
import { operatorsFor } from '../part/operators.ts'
import { above, isQuery, read, text, write } from '../query.ts'
import { useForm, useWrong } from './FormContext.ts'
import { useOptions } from './useOptions.ts'

/** How a condition compares: what fits the type of what it is about. */
export function OperatorField({ field }: { readonly field: Extract<Field, { as: 'operator' }> }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const options = operatorsFor(useType(field.operand))
  const value = text(read(query, field.at)) || (options[0]?.value ?? '')
  const known = options.some((option) => option.value === value)
  const change = (operator: string) => {
    const before = read(query, above(field.at))
    onChange(write(query, above(field.at), withOperator(isQuery(before) ? before : {}, operator)))
  }
  return (
    <NativeSelect
      size="xs"
      label={field.label}
      error={wrong}
      value={value}
      data={[...options, ...(known ? [] : [{ value, label: value }])]}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

function useType(operand: Operand): string {
  const words = useOptions('words' in operand ? operand.words : null)
  if ('type' in operand) return operand.type
  return words.find(({ value }) => value === operand.key)?.type ?? ''
}
