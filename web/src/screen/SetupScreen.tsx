import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type Setup, sessionQuery, setUp, setupQuery } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { Entrance, fieldOf } from './Entrance.tsx'

export function SetupScreen() {
  const client = useQueryClient()
  const router = useRouter()
  const begin = useMutation({
    mutationFn: (given: Setup) => setUp(given),
    onSuccess: (session) => {
      client.setQueryData(setupQuery.queryKey, { needed: false })
      client.setQueryData(sessionQuery.queryKey, session)
      void router.navigate({ to: page.dashboards })
    },
  })
  return (
    <Entrance
      title={say('Set up Facet')}
      hint={say('This server is new. Name your organisation, its first user and its first project.')}
      error={begin.error}
      onSubmit={(form) => begin.mutate(setupOf(form))}
    >
      <TextInput
        name="organisation"
        label={say('Organisation')}
        autoComplete="organization"
        required
        autoFocus
      />
      <TextInput name="name" label={say('Your name')} autoComplete="name" required />
      <TextInput name="email" type="email" label={say('Email')} autoComplete="username" required />
      <PasswordInput
        name="password"
        label={say('Password')}
        description={say('At least 8 characters')}
        minLength={8}
        autoComplete="new-password"
        required
      />
      <TextInput
        name="project"
        label={say('Project')}
        description={say('The site, app or shop whose data comes in')}
        required
      />
      <NativeSelect name="timezone" label={say('Time zone')} data={zones()} defaultValue={ownZone()} />
      <Button type="submit" loading={begin.isPending}>
        {say('Set up')}
      </Button>
    </Entrance>
  )
}

function setupOf(form: FormData): Setup {
  return {
    organisation: fieldOf(form, 'organisation'),
    name: fieldOf(form, 'name'),
    email: fieldOf(form, 'email'),
    password: fieldOf(form, 'password'),
    project: fieldOf(form, 'project'),
    timezone: fieldOf(form, 'timezone'),
  }
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function zones(): string[] {
  return [...new Set(['UTC', ownZone(), ...Intl.supportedValuesOf('timeZone')])].sort()
}
