import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Address, type Revision, revisionQuery, revisionsQuery } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { instantText } from '../lib/time.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { differences } from './difference.ts'
import classes from './edit.module.css'

interface HistoryPanelProps {
  readonly address: Address
  readonly zone: string
  readonly current: number
  readonly onRestore: (revision: number) => void
  readonly onClose: () => void
}

const step = 20

/** All revisions, newest first, each with who, when and what, and a way back to it. */
export function HistoryPanel({ address, zone, current, onRestore, onClose }: HistoryPanelProps) {
  const [shown, setShown] = useState(step)
  const query = useQuery(revisionsQuery(address))
  const all = query.data?.results ?? []
  return (
    <Dialog title={say('History')} onClose={onClose} aside>
      {query.isPending && <p role="status">{say('Loading…')}</p>}
      {query.isError && <Message title={sentenceOf(query.error)} alert />}
      <ol className={classes.history} aria-label={say('Revisions')}>
        {all.slice(0, shown).map((revision) => (
          <Entry
            key={revision.id}
            address={address}
            zone={zone}
            revision={revision}
            current={revision.id === current}
            onRestore={onRestore}
          />
        ))}
      </ol>
      {all.length > shown && (
        <Button size="xs" variant="default" onClick={() => setShown(shown + step)}>
          {say('Show more')}
        </Button>
      )}
    </Dialog>
  )
}

interface EntryProps extends Pick<HistoryPanelProps, 'address' | 'zone' | 'onRestore'> {
  readonly revision: Revision
  readonly current: boolean
}

function Entry({ address, zone, revision, current, onRestore }: EntryProps) {
  const what = useWhat(address, revision)
  return (
    <li className={classes.entry}>
      <p className={classes.entryHead}>
        <strong>{revision.created_by?.name ?? say('Unknown')}</strong>{' '}
        <time dateTime={revision.created_at}>{instantText(revision.created_at, { zone })}</time>
      </p>
      <ul className={classes.sentences}>
        {what.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {current ? (
        <span className="muted">{say('Shown now')}</span>
      ) : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={say('Restore the revision of {time}', {
            time: instantText(revision.created_at, { zone }),
          })}
          onClick={() => onRestore(revision.id)}
        >
          {say('Restore')}
        </Button>
      )}
    </li>
  )
}

const reasons: Readonly<Record<string, () => string>> = {
  created: () => say('Made the dashboard'),
  deleted: () => say('Moved it to the trash'),
  restored: () => say('Took it out of the trash'),
  text: () => say('A text on it was changed elsewhere'),
}

/** What a revision did: its reason, or how its content differs from the one before. */
function useWhat(address: Address, revision: Revision): readonly string[] {
  const reason = reasons[revision.reason]?.()
  const compares = reason === undefined && revision.changed && revision.parent !== null
  const after = useQuery({ ...revisionQuery(address, revision.id), enabled: compares })
  const before = useQuery({ ...revisionQuery(address, revision.parent ?? 0), enabled: compares })
  if (reason !== undefined) return [reason]
  if (!revision.changed) return [say('Changed what is said about the dashboard')]
  if (after.isError || before.isError) return [say('What was changed cannot be told')]
  if (after.data === undefined || before.data === undefined) return ['…']
  const found = differences(before.data, after.data)
  const back = revision.restored === null ? [] : [say('Went back to an earlier revision')]
  return [...back, ...(found.length === 0 ? [say('Saved it without a change')] : found)]
}
