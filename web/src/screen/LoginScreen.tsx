import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type Login, login, sessionQuery } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { Entrance, fieldOf } from './Entrance.tsx'

const route = getRouteApi('/login')

export function LoginScreen() {
  const { to } = route.useSearch()
  const client = useQueryClient()
  const router = useRouter()
  const enter = useMutation({
    mutationFn: (given: Login) => login(given),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session)
      router.history.push(to ?? page.home)
    },
  })
  return (
    <Entrance
      title={say('Log in')}
      error={enter.error}
      onSubmit={(form) =>
        enter.mutate({ email: fieldOf(form, 'email'), password: fieldOf(form, 'password') })
      }
    >
      <TextInput name="email" type="email" label={say('Email')} autoComplete="username" required autoFocus />
      <PasswordInput name="password" label={say('Password')} autoComplete="current-password" required />
      <Button type="submit" loading={enter.isPending}>
        {say('Log in')}
      </Button>
    </Entrance>
  )
}
