import { Input } from '@mantine/core'
import { useId } from 'react'
import classes from './LongText.module.css'

interface LongTextProps {
  readonly label: string
  readonly value: string
  readonly rows: number
  readonly code?: boolean
  readonly error?: string | null
  readonly onChange: (value: string) => void
}

/** A text of several lines. The library's own would bring a part that measures heights. */
export function LongText({ label, value, rows, code = false, error = null, onChange }: LongTextProps) {
  const id = useId()
  return (
    <Input.Wrapper label={label} id={id} error={error}>
      <textarea
        id={id}
        className={classes.area}
        data-code={code || undefined}
        rows={rows}
        value={value}
        spellCheck={!code}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Input.Wrapper>
  )
}
