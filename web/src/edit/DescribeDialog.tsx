import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { say } from '../lang/say.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LongText } from '../ui/LongText.tsx'
import type { Board } from './board.ts'
import type { Change } from './change.ts'
import classes from './edit.module.css'

interface DescribeDialogProps {
  readonly board: Board
  readonly onChange: (change: Change) => void
  readonly onClose: () => void
}

/** What the dashboard is called and says of itself. */
export function DescribeDialog({ board, onChange, onClose }: DescribeDialogProps) {
  const [name, setName] = useState(board.name)
  const [description, setDescription] = useState(board.description ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChange({ kind: 'describe', name, description })
    onClose()
  }
  return (
    <Dialog title={say('Settings')} onClose={onClose}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          label={say('Name')}
          value={name}
          maxLength={400}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <LongText label={say('Description')} rows={3} value={description} onChange={setDescription} />
        <div className={classes.buttons}>
          <Button type="submit">{say('Save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
