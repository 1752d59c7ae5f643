import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { type WordKind, wordsQuery } from '../api/questions.ts'

interface WordInputProps {
  readonly project: number
  readonly kind: WordKind
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}

/** The name of an event or a property, with those that data had as suggestions. Any other may be typed. */
export function WordInput({ project, kind, label, value, placeholder, onChange }: WordInputProps) {
  const options = useId()
  const words = useQuery(wordsQuery(project, kind)).data ?? []
  return (
    <>
      <TextInput
        size="xs"
        label={label}
        value={value}
        list={options}
        autoComplete="off"
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={options}>
        {words.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
