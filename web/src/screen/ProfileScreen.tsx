import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf } from '../api/errors.ts'
import {
  collectNow,
  type Profile,
  type ProfileAddress,
  profileQuery,
  profilesKey,
  runsQuery,
} from '../api/profiles.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { AccountItem } from '../profile/AccountItem.tsx'
import { ConnectForm } from '../profile/ConnectForm.tsx'
import { ConsentNotice } from '../profile/ConsentNotice.tsx'
import { DeleteProfile } from '../profile/DeleteProfile.tsx'
import classes from '../profile/profile.module.css'
import { RunList } from '../profile/RunList.tsx'
import { Trouble } from '../profile/Trouble.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
import screen from './screen.module.css'

const route = getRouteApi('/inside/p/$project/profiles/$username')

/** A profile: its accounts, and how collecting from them went. */
export function ProfileScreen() {
  const { session } = route.useRouteContext()
  const { project, username } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const at = { project: Number(project), username }
  const query = useQuery(profileQuery(at))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const zone = session.projects.find(({ id }) => id === at.project)?.timezone ?? 'UTC'
  const name = query.data.display_name ?? username
  const editable = session.role !== 'viewer'
  return (
    <>
      <title>{`${name} · Facet`}</title>
      <div className={screen.heading}>
        <div className={screen.headingText}>
          <p className={screen.crumb}>
            <Link to={page.profiles} params={{ project }}>
              {say('Profiles')}
            </Link>
          </p>
          <h1 className={screen.title}>{name}</h1>
        </div>
        <span className={screen.spacer} />
        {editable && query.data.created_at !== null && (
          <DeleteProfile
            at={at}
            name={name}
            onDeleted={() => void navigate({ to: page.profiles, params: { project } })}
          />
        )}
      </div>
      <ConsentNotice search={search} onClose={() => void navigate({ search: {}, replace: true })} />
      <Accounts at={at} profile={query.data} zone={zone} editable={editable} />
      <section className={classes.panel} aria-labelledby="runs">
        <h2 id="runs">{say('Collections')}</h2>
        <RunList at={at} zone={zone} />
      </section>
    </>
  )
}

interface AccountsProps {
  readonly at: ProfileAddress
  readonly profile: Profile
  readonly zone: string
  readonly editable: boolean
}

function Accounts({ at, profile, zone, editable }: AccountsProps) {
  const client = useQueryClient()
  const [connecting, setConnecting] = useState<string>()
  const refresh = () => client.invalidateQueries({ queryKey: profilesKey(at.project) })
  return (
    <section className={classes.panel} aria-labelledby="accounts">
      <h2 id="accounts">{say('Accounts')}</h2>
      {profile.accounts.length === 0 && <p className="muted">{say('No network is connected yet.')}</p>}
      {profile.accounts.length > 0 && (
        <ul className={screen.list} aria-label={say('Accounts')}>
          {profile.accounts.map((account) => (
            <AccountItem
              key={account.platform}
              at={at}
              account={account}
              zone={zone}
              editable={editable}
              onReconnect={() => setConnecting(account.platform)}
              onChange={() => void refresh()}
            />
          ))}
        </ul>
      )}
      {editable && connecting === undefined && (
        <Actions at={at} empty={profile.accounts.length === 0} onConnect={() => setConnecting('instagram')} />
      )}
      {connecting !== undefined && (
        <div className={classes.panel}>
          <ConnectForm
            key={connecting}
            at={at}
            platform={connecting}
            accounts={profile.accounts}
            onDone={() => {
              setConnecting(undefined)
              void refresh()
            }}
            onCancel={() => setConnecting(undefined)}
          />
        </div>
      )}
    </section>
  )
}

interface ActionsProps {
  readonly at: ProfileAddress
  readonly empty: boolean
  readonly onConnect: () => void
}

function Actions({ at, empty, onConnect }: ActionsProps) {
  const client = useQueryClient()
  const collect = useMutation({
    mutationFn: () => collectNow(at),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: runsQuery(at).queryKey })
      await client.invalidateQueries({ queryKey: profilesKey(at.project) })
    },
  })
  return (
    <div className={`${classes.panel} ${classes.actions}`}>
      <Button size="xs" onClick={onConnect}>
        {say('Connect an account')}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={empty}
        loading={collect.isPending}
        leftSection={<Icon name="reload" />}
        onClick={() => collect.mutate()}
      >
        {say('Collect now')}
      </Button>
      <Trouble error={collect.error} />
    </div>
  )
}
