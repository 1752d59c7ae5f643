import { useId } from 'react'
import classes from './DayField.module.css'

interface DayFieldProps {
  readonly label: string
  readonly value: string
  /** What is wrong with the day; empty for nothing. */
  readonly error?: string
  readonly onChange: (day: string) => void
}

/** A day, as the browser lets one choose it. */
export function DayField({ label, value, error = '', onChange }: DayFieldProps) {
  const id = useId()
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        aria-invalid={error !== ''}
        aria-describedby={error === '' ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {error !== '' && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  )
}
