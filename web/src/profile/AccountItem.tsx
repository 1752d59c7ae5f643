import { Badge, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Account, disconnectAccount, type ProfileAddress } from '../api/profiles.ts'
import { say } from '../lang/say.ts'
import { dayText } from '../lib/time.ts'
import { platformName } from './platforms.ts'
import classes from './profile.module.css'
import { Trouble } from './Trouble.tsx'

interface AccountProps {
  readonly at: ProfileAddress
  readonly account: Account
  readonly zone: string
  readonly editable: boolean
  readonly onReconnect: () => void
  readonly onChange: () => void
}

export function AccountItem({ at, account, zone, editable, onReconnect, onChange }: AccountProps) {
  const name = platformName(account.platform)
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <strong>{name}</strong> <span className="muted">{account.handle ?? account.account_id}</span>
      </div>
      <StatusBadge account={account} />
      <span className="muted">
        {say('Connected {day}', { day: dayText(account.connected_at, { zone }) })}
      </span>
      {editable && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={onReconnect}
          aria-label={say('Reconnect {network}', { network: name })}
        >
          {say('Reconnect')}
        </Button>
      )}
      {editable && <Disconnect at={at} platform={account.platform} onDone={onChange} />}
    </li>
  )
}

function StatusBadge({ account }: { account: Account }) {
  if (account.status === 'reconnect') {
    return (
      <Badge color="red" variant="light" tt="none">
        {say('Reconnect')}
      </Badge>
    )
  }
  if (!account.has_access_token && account.platform !== 'bluesky') {
    return (
      <Badge color="yellow" variant="light" tt="none">
        {say('Without a token')}
      </Badge>
    )
  }
  return (
    <Badge color="green" variant="light" tt="none">
      {say('Connected')}
    </Badge>
  )
}

interface DisconnectProps {
  readonly at: ProfileAddress
  readonly platform: string
  readonly onDone: () => void
}

/** Asks once more: the tokens are gone afterwards. */
function Disconnect({ at, platform, onDone }: DisconnectProps) {
  const [asked, setAsked] = useState(false)
  const disconnect = useMutation({
    mutationFn: () => disconnectAccount(at, platform),
    onSuccess: onDone,
  })
  const name = platformName(platform)
  return (
    <>
      <Button
        size="compact-xs"
        variant={asked ? 'filled' : 'subtle'}
        color="red"
        aria-label={say(asked ? 'Disconnect {network} now' : 'Disconnect {network}', { network: name })}
        loading={disconnect.isPending}
        onBlur={() => setAsked(false)}
        onClick={() => (asked ? disconnect.mutate() : setAsked(true))}
      >
        {say(asked ? 'Disconnect now' : 'Disconnect')}
      </Button>
      <Trouble error={disconnect.error} />
    </>
  )
}
