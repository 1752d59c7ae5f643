import { type KeyboardEvent, useId, useState } from 'react'
import { say } from '../lang/say.ts'
import classes from './Help.module.css'

interface HelpProps {
  /** What is explained. */
  readonly word: string
  readonly children: string
}

/** A word's meaning, shown to the pointer and to the keyboard; Escape takes it away. */
export function Help({ word, children }: HelpProps) {
  const [dismissed, setDismissed] = useState(false)
  const meaning = useId()
  const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && setDismissed(true)
  return (
    <span className={classes.help} onPointerEnter={() => setDismissed(false)}>
      <button
        type="button"
        className={classes.button}
        aria-label={say('What is “{word}”?', { word })}
        aria-describedby={meaning}
        onFocus={() => setDismissed(false)}
        onKeyDown={onKeyDown}
      >
        <span aria-hidden="true">?</span>
      </button>
      <span id={meaning} role="tooltip" className={classes.meaning} data-dismissed={dismissed}>
        {children}
      </span>
    </span>
  )
}
