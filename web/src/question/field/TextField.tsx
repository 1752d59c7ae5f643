import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { chosen, type Field } from '../field.ts'
import { read, text } from '../query.ts'
import { useForm, useWrong } from './FormContext.ts'
import { Suggestions } from './Suggestions.tsx'

/** A text, with words that may be meant. Any other may be typed. */
export function TextField({ field }: { readonly field: Extract<Field, { as: 'text' }> }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const list = useId()
  return (
    <div>
      <TextInput
        size="xs"
        label={field.label}
        description={field.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={wrong}
        value={text(read(query, field.at))}
        autoComplete="off"
        {...(field.words === undefined ? {} : { list })}
        {...(field.placeholder === undefined ? {} : { placeholder: field.placeholder })}
        onChange={(event) => onChange(chosen(query, field, event.currentTarget.value))}
      />
      {field.words !== undefined && <Suggestions id={list} source={field.words} />}
    </div>
  )
}
