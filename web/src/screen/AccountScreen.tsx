import { Alert, Button, PasswordInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type SubmitEvent, useRef } from 'react'
import { sentenceOf } from '../api/errors.ts'
import { changePassword, logOutOthers, type OpenSession, sessionsQuery } from '../api/people.ts'
import { say } from '../lang/say.ts'
import { dayText, instantText } from '../lib/time.ts'
import { agentText } from '../people/agent.ts'
import { KeyTable } from '../people/KeyTable.tsx'
import { Trouble } from '../profile/Trouble.tsx'
import classes from '../settings/settings.module.css'
import { Message } from '../ui/Message.tsx'
import { fieldOf } from './Entrance.tsx'
import screen from './screen.module.css'

const route = getRouteApi('/inside/account')

/** What somebody sees to alone: the password, where one is logged in, one's own keys. */
export function AccountScreen() {
  const { session } = route.useRouteContext()
  return (
    <>
      <title>{`${say('Your account')} · Facet`}</title>
      <div className={screen.heading}>
        <h1 className={screen.title}>{say('Your account')}</h1>
      </div>
      <section className={classes.section} aria-labelledby="password">
        <h2 id="password">{say('Password')}</h2>
        <PasswordForm />
      </section>
      <section className={classes.section} aria-labelledby="sessions">
        <h2 id="sessions">{say('Where you are logged in')}</h2>
        <Sessions />
      </section>
      <section className={classes.section} aria-labelledby="keys">
        <h2 id="keys">{say('Your keys')}</h2>
        <KeyTable everybodys={false} projects={session.projects} />
      </section>
    </>
  )
}

function PasswordForm() {
  const form = useRef<HTMLFormElement>(null)
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (fields: FormData) => changePassword(fieldOf(fields, 'current'), fieldOf(fields, 'password')),
    onSuccess: async () => {
      form.current?.reset()
      await client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    change.mutate(new FormData(event.currentTarget))
  }
  return (
    <form ref={form} className={classes.form} onSubmit={submit} aria-labelledby="password">
      <Trouble error={change.error} />
      {change.isSuccess && (
        <Alert color="green" variant="light" p="xs" className={classes.wide ?? ''} role="status">
          {say('The password is changed. Your other sessions have ended.')}
        </Alert>
      )}
      <PasswordInput
        size="xs"
        name="current"
        label={say('Current password')}
        autoComplete="current-password"
        required
      />
      <PasswordInput
        size="xs"
        name="password"
        label={say('New password, at least 8 characters')}
        autoComplete="new-password"
        minLength={8}
        required
      />
      <div className={classes.actions}>
        <Button type="submit" size="xs" loading={change.isPending}>
          {say('Change password')}
        </Button>
      </div>
    </form>
  )
}

function Sessions() {
  const client = useQueryClient()
  const query = useQuery(sessionsQuery)
  const leave = useMutation({
    mutationFn: logOutOthers,
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table} aria-labelledby="sessions">
          <thead>
            <tr>
              <th scope="col">{say('Since')}</th>
              <th scope="col">{say('By what')}</th>
              <th scope="col">{say('From where')}</th>
              <th scope="col">{say('Until')}</th>
            </tr>
          </thead>
          <tbody>
            {query.data.map((open, index) => (
              <SessionRow key={index} open={open} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={screen.more}>
        <Trouble error={leave.error} />
        <Button
          size="xs"
          variant="default"
          loading={leave.isPending}
          disabled={query.data.length < 2}
          onClick={() => leave.mutate()}
        >
          {say('Log out everywhere else')}
        </Button>
      </div>
    </>
  )
}

const here = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone }

function SessionRow({ open }: { open: OpenSession }) {
  return (
    <tr>
      <td className={classes.nowrap}>{instantText(open.signed_in_at, here)}</td>
      <td>
        {open.agent === null ? say('A program') : agentText(open.agent)}
        {open.current && <strong> {say('(this one)')}</strong>}
      </td>
      <td>{open.address}</td>
      <td className={classes.nowrap}>{dayText(open.expires_at, here)}</td>
    </tr>
  )
}
