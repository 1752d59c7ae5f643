import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { unlock } from '../api/shares.ts'
import { say } from '../lang/say.ts'
import { Entrance, fieldOf } from '../screen/Entrance.tsx'

interface PasswordFormProps {
  readonly token: string
  readonly brand: boolean
  readonly onOpen: (ticket: string) => void
}

/** Asks for the password of a locked link. */
export function PasswordForm({ token, brand, onOpen }: PasswordFormProps) {
  const open = useMutation({ mutationFn: (password: string) => unlock(token, password), onSuccess: onOpen })
  return (
    <Entrance
      title={say('Protected page')}
      hint={say('Whoever sent you this link knows the password.')}
      brand={brand}
      error={open.error}
      onSubmit={(form) => open.mutate(fieldOf(form, 'password'))}
    >
      <PasswordInput name="password" label={say('Password')} autoComplete="off" required autoFocus />
      <Button type="submit" loading={open.isPending}>
        {say('Open')}
      </Button>
    </Entrance>
  )
}
