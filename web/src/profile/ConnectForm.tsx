import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import {
  type Account,
  connectAccount,
  consentAddress,
  type NewAccount,
  type ProfileAddress,
} from '../api/profiles.ts'
import { say } from '../lang/say.ts'
import { accountOf, isAsWanted, withoutTokens } from './account.ts'
import { type Platform, platforms } from './platforms.ts'
import classes from './profile.module.css'
import { Trouble } from './Trouble.tsx'

interface ConnectProps {
  readonly at: ProfileAddress
  /** The platform to begin with. */
  readonly platform: string
  /** Those that there are. */
  readonly accounts: readonly Account[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

interface Wanted {
  readonly platform: string
  readonly account: NewAccount
  /** Whether a person is sent to the network for the tokens. */
  readonly asks: boolean
}

/** Connects an account with a token, or sends the person to the network for leave. */
export function ConnectForm({ at, platform, accounts, onDone, onCancel }: ConnectProps) {
  const [key, setKey] = useState(platform)
  const chosen = platforms.find((one) => one.key === key) ?? platforms[0]
  const known = accounts.find((account) => account.platform === key)
  const connect = useMutation({
    mutationFn: async ({ platform, account, asks }: Wanted) => {
      if (asks) return await askedFor(at, platform, withoutTokens(account), known)
      await connectAccount(at, platform, account)
      return undefined
    },
    onSuccess: (address) => {
      onDone()
      if (address !== undefined) window.location.assign(address)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asks = event.nativeEvent.submitter?.getAttribute('value') === 'ask'
    connect.mutate({ platform: key, account: accountOf(new FormData(event.currentTarget)), asks })
  }
  if (chosen === undefined) return null
  return (
    <form className={classes.form} onSubmit={submit} aria-label={say('Connect an account')}>
      <Trouble error={connect.error} />
      <NativeSelect
        label={say('Network')}
        value={key}
        data={platforms.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <Fields key={known?.connected_at ?? ''} platform={chosen} known={known} />
      <div className={classes.actions}>
        <Button type="submit" size="xs" loading={connect.isPending}>
          {say('Connect')}
        </Button>
        {chosen.asks && (
          <Button type="submit" size="xs" variant="default" value="ask" disabled={connect.isPending}>
            {say('Log in at {network}', { network: chosen.name })}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {say('Cancel')}
        </Button>
      </div>
    </form>
  )
}

/** The form's fields, filled in with what is connected already, but for tokens. */
function Fields({ platform, known }: { platform: Platform; known: Account | undefined }) {
  return (
    <>
      <TextInput
        name="account_id"
        label={say('Account id')}
        description={platform.hint()}
        defaultValue={known?.account_id ?? ''}
        required
      />
      <TextInput
        name="handle"
        label={say('Handle')}
        placeholder={say('@name')}
        defaultValue={known?.handle ?? ''}
      />
      {platform.part !== undefined && (
        <TextInput
          name={platform.part.field}
          label={platform.part.label()}
          defaultValue={known?.[platform.part.field] ?? ''}
        />
      )}
      <PasswordInput name="access_token" label={say('Access token')} autoComplete="off" />
      <PasswordInput name="refresh_token" label={say('Refresh token')} autoComplete="off" />
      <TextInput
        name="base_url"
        label={say('Address in place of the network’s')}
        description={say('Only hosts that the server’s configuration lists')}
        defaultValue={known?.base_url ?? ''}
      />
    </>
  )
}

/** Where to give leave. Connecting anew loses the tokens there are: only what cannot be asked for otherwise is. */
async function askedFor(at: ProfileAddress, platform: string, wanted: NewAccount, known?: Account) {
  if (known !== undefined) {
    const address = await consentAddress(at, platform)
    if (isAsWanted(known, wanted)) return address
  }
  await connectAccount(at, platform, wanted)
  return await consentAddress(at, platform)
}
