import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { say } from '../lang/say.ts'
import classes from './link.module.css'

interface CopyFieldProps {
  readonly label: string
  readonly value: string
  readonly rows?: number
}

/** A text to take along. It can be selected where the browser does not let a page copy. */
export function CopyField({ label, value, rows = 1 }: CopyFieldProps) {
  const id = useId()
  const [told, setTold] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setTold(say('Copied'))
    } catch {
      document.getElementById(id)?.focus()
      setTold(say('Press Ctrl+C to copy'))
    }
  }
  return (
    <div className={classes.copy}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        readOnly
        rows={rows}
        value={value}
        className={classes.copied}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          {say('Copy')}
        </Button>
        <span role="status" className="muted">
          {told}
        </span>
      </div>
    </div>
  )
}
