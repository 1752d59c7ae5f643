import { CloseButton, TextInput } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react'
import { say } from '../../lang/say.ts'
import type { Field } from '../field.ts'
import { items, read, write } from '../query.ts'
import { useForm, useWrong } from './FormContext.ts'
import classes from './field.module.css'
import { Suggestions } from './Suggestions.tsx'

/** Several texts. What stands in the input counts too, when it is left. */
export function ValuesField({ field }: { readonly field: Extract<Field, { as: 'values' }> }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const list = useId()
  const [typed, setTyped] = useState('')
  const value = read(query, field.at)
  const values = Array.isArray(value)
    ? items(value)
    : value === undefined || value === null || value === ''
      ? []
      : [value]
  const change = (next: readonly unknown[]) => onChange(write(query, field.at, next))
  const add = (text = typed) => {
    const added = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (added.length > 0) change([...values, ...added])
    setTyped('')
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    if (!text.includes('\n')) return
    event.preventDefault()
    add(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) change(values.slice(0, -1))
  }
  return (
    <div className={classes.values}>
      <TextInput
        size="xs"
        label={field.label}
        description={field.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={wrong}
        value={typed}
        placeholder={values.length === 0 ? '' : say('Another one')}
        autoComplete="off"
        {...(field.words === undefined ? {} : { list })}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => add()}
      />
      {field.words !== undefined && <Suggestions id={list} source={field.words} />}
      {values.length > 0 && (
        <ul className={classes.chips} aria-label={field.label}>
          {values.map((one, at) => (
            <li key={at}>
              {String(one)}
              <CloseButton
                size="xs"
                aria-label={say('Remove {name}', { name: String(one) })}
                onClick={() => change(values.toSpliced(at, 1))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
