import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type BehindPage, behindFile, behindQuery, type Kind, type PointAddress } from '../api/behind.ts'
import type { Chart } from '../api/dashboards.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import type { Place } from '../lib/time.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { BehindList } from './BehindList.tsx'
import classes from './drill.module.css'
import { type Point, pointLabel } from './point.ts'

interface BehindPanelProps {
  readonly address: PointAddress
  readonly chart: Chart
  readonly point: Point
  readonly place: Place
  readonly onClose: () => void
}

/** The persons, events or rows behind a point, beside the dashboard. */
export function BehindPanel({ address, chart, point, place, onClose }: BehindPanelProps) {
  const [show, setShow] = useState<Kind | undefined>(undefined)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 300)
  const query = useInfiniteQuery(behindQuery(address, show, search))
  const first = query.data?.pages[0]
  const kinds = first?.kinds ?? []
  const label = [
    chart.title,
    pointLabel(point, chart, place),
    point.dropped === true ? say('dropped off') : '',
  ]
  return (
    <Dialog title={label.filter(Boolean).join(' – ')} aside wide onClose={onClose}>
      {kinds.length > 1 && first !== undefined && <Tabs kinds={kinds} shown={first.show} onShow={setShow} />}
      {(first?.show ?? show) === 'persons' && (
        <TextInput
          size="xs"
          mb="xs"
          label={say('Search by name, email or id')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {query.isPending && <p role="status">{say('Loading…')}</p>}
      {query.isError && <Message title={sentenceOf(query.error)} alert />}
      {first !== undefined && (
        <>
          <Summary first={first} address={address} search={search} />
          <BehindList
            columns={first.columns}
            rows={query.data?.pages.flatMap(({ rows }) => rows) ?? []}
            show={first.show}
            place={place}
          />
        </>
      )}
      {query.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          mt="sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {say('Show more')}
        </Button>
      )}
    </Dialog>
  )
}

interface TabsProps {
  readonly kinds: readonly Kind[]
  readonly shown: Kind
  readonly onShow: (kind: Kind) => void
}

function Tabs({ kinds, shown, onShow }: TabsProps) {
  return (
    <div className={classes.tabs} role="group" aria-label={say('What is shown')}>
      {kinds.map((kind) => (
        <button key={kind} type="button" aria-pressed={kind === shown} onClick={() => onShow(kind)}>
          {nameOf(kind)}
        </button>
      ))}
    </div>
  )
}

function nameOf(kind: Kind): string {
  return kind === 'persons' ? say('Persons') : kind === 'events' ? say('Events') : say('Rows')
}

interface SummaryProps {
  readonly first: BehindPage
  readonly address: PointAddress
  readonly search: string
}

function Summary({ first: { show, total }, address, search }: SummaryProps) {
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    setTrouble('')
    try {
      download(await behindFile(address, show, search), `${show}.csv`)
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
    setBusy(false)
  }
  return (
    <div className={classes.summary}>
      <p role="status">{countOf(show, total)}</p>
      {total > 0 && (
        <Button size="compact-xs" variant="default" loading={busy} onClick={() => void save()}>
          {say('Save as CSV')}
        </Button>
      )}
      {trouble !== '' && <p role="alert">{trouble}</p>}
    </div>
  )
}

function countOf(show: Kind, count: number): string {
  if (show === 'persons') return say('{count} {count:person|persons}', { count })
  return show === 'events'
    ? say('{count} {count:event|events}', { count })
    : say('{count} {count:row|rows}', { count })
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
