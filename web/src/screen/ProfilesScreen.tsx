import { Badge, Button, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { SubmitEvent } from 'react'
import { sentenceOf } from '../api/errors.ts'
import { type Account, type Profile, profilesKey, profilesQuery, putProfile } from '../api/profiles.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { platformName } from '../profile/platforms.ts'
import classes from '../profile/profile.module.css'
import { Trouble } from '../profile/Trouble.tsx'
import { Message } from '../ui/Message.tsx'
import { MoreButton } from '../ui/MoreButton.tsx'
import { ProjectSwitch } from '../ui/ProjectSwitch.tsx'
import { fieldOf } from './Entrance.tsx'
import screen from './screen.module.css'

const route = getRouteApi('/inside/p/$project/profiles')

/** The social profiles of a project. */
export function ProfilesScreen() {
  const { session } = route.useRouteContext()
  const params = route.useParams()
  const navigate = route.useNavigate()
  const project = session.projects.find(({ id }) => String(id) === params.project)
  if (project === undefined) return <Message title={say('There is no such project')} alert />
  return (
    <>
      <title>{`${say('Profiles')} · Facet`}</title>
      <div className={screen.heading}>
        <h1 className={screen.title}>{say('Profiles')}</h1>
        <span className={screen.spacer} />
        <ProjectSwitch
          projects={session.projects}
          current={project}
          onChange={(id) => void navigate({ to: page.profiles, params: { project: id } })}
        />
      </div>
      {session.role !== 'viewer' && <NewProfile project={project} />}
      <ProfileList project={project} />
    </>
  )
}

function NewProfile({ project }: { project: Project }) {
  const client = useQueryClient()
  const navigate = route.useNavigate()
  const make = useMutation({
    mutationFn: (form: FormData) =>
      putProfile(
        { project: project.id, username: fieldOf(form, 'username').trim() },
        fieldOf(form, 'display_name').trim(),
      ),
    onSuccess: async ({ username }) => {
      await client.invalidateQueries({ queryKey: profilesKey(project.id) })
      await navigate({ to: page.profile, params: { project: String(project.id), username } })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    make.mutate(new FormData(event.currentTarget))
  }
  return (
    <form className={classes.form} onSubmit={submit} aria-label={say('New profile')}>
      <Trouble error={make.error} />
      <TextInput size="xs" name="username" label={say('Name in addresses and reports')} required />
      <TextInput size="xs" name="display_name" label={say('Name for people')} />
      <div className={classes.actions}>
        <Button type="submit" size="xs" loading={make.isPending}>
          {say('Add profile')}
        </Button>
      </div>
    </form>
  )
}

function ProfileList({ project }: { project: Project }) {
  const query = useInfiniteQuery(profilesQuery(project.id))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const profiles = query.data.pages.flatMap(({ results }) => results)
  if (profiles.length === 0) return <Message title={say('There are no profiles yet')} />
  return (
    <>
      <ul className={`${screen.list} ${classes.panel}`} aria-label={say('Profiles')}>
        {profiles.map((profile) => (
          <Item key={profile.username} profile={profile} project={project} />
        ))}
      </ul>
      <MoreButton pages={query} />
    </>
  )
}

function Item({ profile, project }: { profile: Profile; project: Project }) {
  return (
    <li className={screen.item}>
      <div className={screen.itemText}>
        <Link
          to={page.profile}
          params={{ project: String(project.id), username: profile.username }}
          className={screen.itemName}
        >
          {profile.display_name ?? profile.username}
        </Link>
        {profile.display_name !== null && <p className={screen.itemDescription}>{profile.username}</p>}
      </div>
      <ul className={classes.networks} aria-label={say('Networks')}>
        {profile.accounts.map((account) => (
          <li key={account.platform}>
            <NetworkBadge account={account} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function NetworkBadge({ account }: { account: Account }) {
  const dead = account.status === 'reconnect'
  const network = platformName(account.platform)
  return (
    <Badge size="sm" variant="light" tt="none" fw={500} color={dead ? 'red' : 'gem'}>
      {dead ? say('{network}: reconnect', { network }) : network}
    </Badge>
  )
}
