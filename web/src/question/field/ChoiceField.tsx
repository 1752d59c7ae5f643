import { NativeSelect } from '@mantine/core'
import { chosen, type Field, type Option } from '../field.ts'
import { read, text } from '../query.ts'
import { useForm, useWrong } from './FormContext.ts'
import { useOptions } from './useOptions.ts'

type Choice = Extract<Field, { as: 'choice' }>

/** One of several. A value that is none of them is shown as it is. */
export function ChoiceField({ field }: { readonly field: Choice }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const found = useOptions('of' in field.options ? field.options : null)
  const options = 'of' in field.options ? found : field.options
  const value = text(read(query, field.at)) || (field.otherwise ?? '')
  return (
    <NativeSelect
      size="xs"
      label={field.label}
      description={field.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={wrong}
      value={value}
      data={[...blanks(field), ...options, ...unknown(value, options)]}
      onChange={(event) => onChange(chosen(query, field, event.currentTarget.value))}
    />
  )
}

function blanks({ otherwise, blank }: Choice): readonly Option[] {
  return otherwise === undefined ? [{ value: '', label: blank ?? '—' }] : []
}

function unknown(value: string, options: readonly Option[]): readonly Option[] {
  return value === '' || options.some((one) => one.value === value) ? [] : [{ value, label: value }]
}
