import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { say } from '../lang/say.ts'
import classes from './drill.module.css'
import type { Variable } from './variables.ts'

interface VariableFieldProps {
  readonly variable: Variable
  readonly onChange: (value: string) => void
}

/** Asked for when the field is left, so that nothing is asked for at every key. */
export function VariableField({ variable: { name, value }, onChange }: VariableFieldProps) {
  const [typed, setTyped] = useState(value)
  const apply = () => {
    if (typed !== value) onChange(typed)
  }
  return (
    <form
      className={classes.variable}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <TextInput
        size="xs"
        aria-label={say('Variable {name}', { name })}
        leftSection={<span className={classes.variableName}>{name}</span>}
        leftSectionWidth={`${name.length + 2}ch`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={apply}
      />
    </form>
  )
}
