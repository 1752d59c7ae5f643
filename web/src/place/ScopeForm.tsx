import { Button } from '@mantine/core'
import { useState } from 'react'
import { say } from '../lang/say.ts'
import { LongText } from '../ui/LongText.tsx'
import classes from './place.module.css'

interface ScopeFormProps {
  readonly applied: string
  readonly onApply: (statement: string) => void
}

/** The statement of a builder, beside which its dashboards stand. */
export function ScopeForm({ applied, onApply }: ScopeFormProps) {
  const [typed, setTyped] = useState(applied)
  return (
    <form
      className={classes.scope}
      onSubmit={(event) => {
        event.preventDefault()
        onApply(typed)
      }}
    >
      <LongText
        label={say('Only those who fit this statement in OTQL')}
        rows={2}
        code
        value={typed}
        onChange={setTyped}
      />
      <Button type="submit" size="xs" disabled={typed === applied}>
        {say('Look at them')}
      </Button>
    </form>
  )
}
