import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../api/errors.ts'
import { type Key, keysQuery, revokeKey } from '../api/people.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { dayText, instantText } from '../lib/time.ts'
import settings from '../settings/settings.module.css'
import { Confirm } from '../ui/Confirm.tsx'
import { Message } from '../ui/Message.tsx'

interface KeyTableProps {
  readonly everybodys: boolean
  readonly projects: readonly Project[]
}

/** Keys, without what they are. */
export function KeyTable({ everybodys, projects }: KeyTableProps) {
  const client = useQueryClient()
  const query = useQuery(keysQuery(everybodys))
  const [revoking, setRevoking] = useState<Key>()
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  if (query.data.length === 0) return <p className="muted">{say('There are no keys yet.')}</p>
  return (
    <>
      <div className={settings.scroll}>
        <table className={settings.table} aria-label={say('Keys')}>
          <thead>
            <tr>
              <th scope="col">{say('What it is for')}</th>
              {everybodys && <th scope="col">{say('Whose')}</th>}
              <th scope="col">{say('Key')}</th>
              <th scope="col">{say('It may')}</th>
              <th scope="col">{say('Made')}</th>
              <th scope="col">{say('Last used')}</th>
              <th scope="col">{say('Works until')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('Actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {query.data.map((key) => (
              <Row
                key={key.id}
                of={key}
                everybodys={everybodys}
                projects={projects}
                onRevoke={() => setRevoking(key)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {revoking !== undefined && (
        <Confirm
          title={say('Revoke “{label}”?', { label: revoking.label })}
          action={say('Revoke key')}
          onConfirm={async () => {
            await revokeKey(revoking.id)
            await client.invalidateQueries({ queryKey: ['keys'] })
          }}
          onClose={() => setRevoking(undefined)}
        >
          {say('Whatever uses it is refused from now on. A revoked key does not come back.')}
        </Confirm>
      )}
    </>
  )
}

interface RowProps {
  readonly of: Key
  readonly everybodys: boolean
  readonly projects: readonly Project[]
  readonly onRevoke: () => void
}

const here = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone }

function Row({ of: key, everybodys, projects, onRevoke }: RowProps) {
  const over = key.expires_at !== null && Date.parse(key.expires_at) < Date.now()
  return (
    <tr>
      <th scope="row">{key.label}</th>
      {everybodys && <td>{key.user?.name}</td>}
      <td>
        <code className={settings.code}>{key.mask}</code>
      </td>
      <td>{leaveText(key, projects)}</td>
      <td className={settings.nowrap}>{dayText(key.created_at, here)}</td>
      <td className={settings.nowrap}>
        {key.used_at === null ? say('never') : instantText(key.used_at, here)}
      </td>
      <td className={over ? settings.failed : settings.nowrap}>
        {key.expires_at === null ? say('revoked') : dayText(key.expires_at, here)}
      </td>
      <td>
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          aria-label={say('Revoke key {label}', { label: key.label })}
          onClick={onRevoke}
        >
          {say('Revoke key')}
        </Button>
      </td>
    </tr>
  )
}

function leaveText({ scopes, projects: only }: Key, projects: readonly Project[]): string {
  const leave = scopes.includes('*') ? say('everything') : scopes.join(', ')
  if (only.length === 0) return leave === '' ? say('nothing') : leave
  const names = only.map((id) => projects.find((project) => project.id === id)?.name ?? String(id))
  return say('{leave}; only {names}', { leave, names: names.join(', ') })
}
