import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Address, revisionsQuery } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { instantText } from '../lib/time.ts'
import { Icon } from '../ui/Icon.tsx'
import { sentence } from './change.ts'
import type { Draft, DraftState } from './Draft.ts'
import { differences } from './difference.ts'
import classes from './edit.module.css'

interface TroubleBarProps {
  readonly address: Address
  readonly zone: string
  readonly draft: Draft
  readonly state: DraftState
}

/** Says why a change is not saved, and leaves the choice: nothing that was done is lost by itself. */
export function TroubleBar({ address, zone, draft, state }: TroubleBarProps) {
  const { trouble, pending, base } = state
  if (trouble === null) return null
  const undone = [...new Set(pending.map((change) => sentence(change, base)))]
  return (
    <Alert color="orange" variant="light" icon={<Icon name="warning" />} mb="sm" role="alert">
      {trouble.kind === 'conflict' ? (
        <Conflict address={address} zone={zone} state={state} theirs={trouble.theirs} />
      ) : (
        <p>
          <strong>{say('Not saved.')}</strong>{' '}
          {trouble.kind === 'left'
            ? say('The page went away before this was saved. It was kept here.')
            : sentenceOf(trouble.error)}
        </p>
      )}
      <p className={classes.troubleTitle}>{say('Not saved yet:')}</p>
      <ul className={classes.sentences}>
        {undone.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => void draft.retry()}>
          {say(trouble.kind === 'failure' ? 'Try again' : 'Put my changes on top')}
        </Button>
        <Button size="xs" variant="default" onClick={() => draft.drop()}>
          {say('Drop my changes')}
        </Button>
      </div>
    </Alert>
  )
}

interface ConflictProps {
  readonly address: Address
  readonly zone: string
  readonly state: DraftState
  readonly theirs: DraftState['base']
}

function Conflict({ address, zone, state, theirs }: ConflictProps) {
  const history = useQuery({ ...revisionsQuery(address), staleTime: 0 })
  const revision = history.data?.results.find(({ id }) => id === theirs.revision)
  const who = revision?.created_by?.name ?? say('Somebody')
  const when = revision === undefined ? '' : ` (${instantText(revision.created_at, { zone })})`
  const what = differences(state.base, theirs)
  return (
    <>
      <p>
        <strong>{say('{who} changed this dashboard{when} while you were editing it.', { who, when })}</strong>
      </p>
      <ul className={classes.sentences}>
        {what.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}
