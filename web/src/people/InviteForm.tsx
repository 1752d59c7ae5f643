import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useRef } from 'react'
import { type Invited, inviteMember } from '../api/people.ts'
import type { Role } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { Trouble } from '../profile/Trouble.tsx'
import { fieldOf } from '../screen/Entrance.tsx'
import settings from '../settings/settings.module.css'
import { givenBy, roleMeaning, roleName } from './roles.ts'

interface InviteProps {
  readonly role: Role
  readonly onInvited: (invited: Invited) => void
}

/** Makes a user, who gets a link to choose a password by. */
export function InviteForm({ role, onInvited }: InviteProps) {
  const form = useRef<HTMLFormElement>(null)
  const invite = useMutation({
    mutationFn: (fields: FormData) =>
      inviteMember({
        email: fieldOf(fields, 'email').trim(),
        name: fieldOf(fields, 'name').trim(),
        role: fieldOf(fields, 'role'),
      }),
    onSuccess: (invited) => {
      form.current?.reset()
      onInvited(invited)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    invite.mutate(new FormData(event.currentTarget))
  }
  return (
    <form ref={form} className={settings.form} onSubmit={submit} aria-label={say('Invite somebody')}>
      <Trouble error={invite.error} />
      <TextInput size="xs" type="email" name="email" label={say('Email')} autoComplete="off" required />
      <TextInput size="xs" name="name" label={say('Name')} autoComplete="off" required />
      <NativeSelect
        size="xs"
        name="role"
        label={say('Role')}
        defaultValue="editor"
        data={givenBy(role).map((one) => ({ value: one, label: `${roleName(one)}: ${roleMeaning(one)}` }))}
      />
      <div className={settings.actions}>
        <Button type="submit" size="xs" loading={invite.isPending}>
          {say('Invite')}
        </Button>
      </div>
    </form>
  )
}
