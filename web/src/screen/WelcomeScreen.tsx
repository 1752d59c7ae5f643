import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf } from '../api/errors.ts'
import { acceptInvitation, invitationQuery } from '../api/people.ts'
import { sessionQuery } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { BareFrame } from '../ui/BareFrame.tsx'
import { Message } from '../ui/Message.tsx'
import { Entrance, fieldOf } from './Entrance.tsx'

/** Where a link leads by which somebody chooses a password. Its secret stands behind the #. */
export function WelcomeScreen() {
  const [secret] = useState(() => window.location.hash.slice(1))
  const client = useQueryClient()
  const navigate = useNavigate()
  const query = useQuery(invitationQuery(secret))
  const accept = useMutation({
    mutationFn: (password: string) => acceptInvitation(secret, password),
    onSuccess: async (session) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, session)
      await navigate({ to: page.home, replace: true })
    },
  })
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) {
    return (
      <BareFrame>
        <title>{`${say('Error')} · Facet`}</title>
        <Message title={sentenceOf(query.error)} alert />
      </BareFrame>
    )
  }
  return (
    <Entrance
      title={say('Welcome, {name}', { name: query.data.name })}
      hint={say('Choose a password for {email}. It logs you in.', { email: query.data.email })}
      error={accept.error}
      onSubmit={(form) => accept.mutate(fieldOf(form, 'password'))}
    >
      <input type="hidden" autoComplete="username" value={query.data.email} readOnly />
      <PasswordInput
        name="password"
        label={say('Password')}
        description={say('At least 8 characters')}
        autoComplete="new-password"
        minLength={8}
        required
      />
      <Button type="submit" fullWidth loading={accept.isPending}>
        {say('Choose and log in')}
      </Button>
    </Entrance>
  )
}
