import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Card, dashboardsQuery } from '../api/dashboards.ts'
import type { Address } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { targetOf } from '../dashboard/pick.ts'
import { say } from '../lang/say.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { cardName } from './board.ts'
import type { Change } from './change.ts'
import classes from './edit.module.css'

interface TargetDialogProps {
  readonly address: Address
  readonly card: Card
  readonly onChange: (change: Change) => void
  readonly onClose: () => void
}

/** Chooses the dashboard that a click on a card's numbers leads to. */
export function TargetDialog({ address, card, onChange, onClose }: TargetDialogProps) {
  const query = useInfiniteQuery(dashboardsQuery(address.project, { search: '' }))
  const others = (query.data?.pages ?? [])
    .flatMap(({ results }) => results)
    .filter(({ id }) => id !== address.id)
  const [chosen, setChosen] = useState(String(card.charts.map(targetOf).find((id) => id !== undefined) ?? ''))
  const save = () => {
    for (const chart of card.charts) {
      const { [targetOption]: _, ...options } = chart.options
      const now = chosen === '' ? options : { ...options, [targetOption]: Number(chosen) }
      onChange({ kind: 'chart', chart: chart.id, now: { options: now }, of: chart.title })
    }
    onClose()
  }
  return (
    <Dialog title={say('Where “{name}” leads to', { name: cardName(card) })} onClose={onClose}>
      {query.isPending && <p role="status">{say('Loading…')}</p>}
      {query.isError && <Message title={sentenceOf(query.error)} alert />}
      {query.isSuccess && (
        <div className={classes.form}>
          <NativeSelect
            label={say('A click offers the dashboard')}
            value={chosen}
            data={[
              { value: '', label: say('none') },
              ...others.map(({ id, name }) => ({ value: String(id), label: name || say('Untitled') })),
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button onClick={save}>{say('Save')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

const targetOption = 'target_dashboard'
