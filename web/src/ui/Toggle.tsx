import type { ReactNode } from 'react'
import classes from './Toggle.module.css'

interface ToggleProps {
  readonly checked: boolean
  readonly children: ReactNode
  readonly onChange: (checked: boolean) => void
}

/** Something to switch on and off. The library's own would bring all of its parts for forms. */
export function Toggle({ checked, children, onChange }: ToggleProps) {
  return (
    <label className={classes.toggle}>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </label>
  )
}
