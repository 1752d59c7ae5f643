import { Button, CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { say } from '../lang/say.ts'
import classes from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  /** Beside the page instead of over it: for what is looked at together with it. */
  readonly aside?: boolean
  readonly wide?: boolean
  /** Whether closing would lose something: it is asked about first. */
  readonly unsaved?: boolean
  readonly children: ReactNode
}

/** A dialog of the browser's own: it keeps the keyboard inside, closes on Escape, gives the focus back. */
export function Dialog({
  title,
  onClose,
  aside = false,
  wide = false,
  unsaved = false,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const [asks, setAsks] = useState(false)
  const close = () => (unsaved ? setAsks(true) : onClose())
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-aside={aside || undefined}
      data-wide={wide || undefined}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header className={classes.header}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        <CloseButton aria-label={say('Close')} onClick={close} />
      </header>
      {asks && unsaved && (
        <div role="alert" className={classes.asks}>
          <p>{say('What you typed is not saved.')}</p>
          <Button size="xs" color="red" onClick={onClose}>
            {say('Close without saving')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsks(false)}>
            {say('Go on')}
          </Button>
        </div>
      )}
      <div className={classes.body}>{children}</div>
    </dialog>
  )
}
