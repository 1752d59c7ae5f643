import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Card, dashboardsQuery } from '../api/dashboards.ts'
import type { Address } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { cardName } from './board.ts'
import classes from './edit.module.css'

interface MoveDialogProps {
  readonly address: Address
  readonly card: Card
  /** Each answers what is wrong; null when it is done. */
  readonly onMove: (to: number) => Promise<string | null>
  readonly onCopy: (to: number) => Promise<string | null>
  readonly onClose: () => void
}

/** Chooses the dashboard that a card goes to. */
export function MoveDialog({ address, card, onMove, onCopy, onClose }: MoveDialogProps) {
  const query = useInfiniteQuery(dashboardsQuery(address.project, { search: '' }))
  const others = (query.data?.pages ?? [])
    .flatMap(({ results }) => results)
    .filter(({ id }) => id !== address.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const to = chosen ?? String(others[0]?.id ?? '')
  const place = async (how: (to: number) => Promise<string | null>) => {
    const wrong = await how(Number(to))
    setError(wrong)
    if (wrong === null) onClose()
  }
  return (
    <Dialog title={say('Move or copy “{name}”', { name: cardName(card) })} onClose={onClose}>
      {query.isPending && <p role="status">{say('Loading…')}</p>}
      {query.isError && <Message title={sentenceOf(query.error)} alert />}
      {query.isSuccess && others.length === 0 && <Message title={say('There is no other dashboard yet')} />}
      {others.length > 0 && (
        <div className={classes.form}>
          <NativeSelect
            label={say('To the dashboard')}
            value={to}
            data={others.map(({ id, name }) => ({ value: String(id), label: name || say('Untitled') }))}
            error={error}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button onClick={() => void place(onMove)}>{say('Move')}</Button>
            <Button variant="default" onClick={() => void place(onCopy)}>
              {say('Copy')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
