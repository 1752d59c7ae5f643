import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import classes from './Confirm.module.css'
import { Dialog } from './Dialog.tsx'

interface ConfirmProps {
  readonly title: string
  /** What the button says. */
  readonly action: string
  readonly onConfirm: () => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks before something that others notice. */
export function Confirm({ title, action, onConfirm, onClose, children }: ConfirmProps) {
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
      onClose()
    } catch (failure) {
      setError(sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{children}</p>
      {error !== null && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.buttons}>
        <Button color="red" loading={busy} onClick={() => void confirm()}>
          {action}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('Cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
