import { Badge, Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  changeMember,
  type Invited,
  type Member,
  membersQuery,
  removeMember,
  resetMember,
} from '../api/people.ts'
import type { Role, Session } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { Trouble } from '../profile/Trouble.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon } from '../ui/Icon.tsx'
import classes from './people.module.css'
import { givenBy, roleName, roles } from './roles.ts'

interface MemberProps {
  readonly member: Member
  readonly session: Session
  readonly onInvited: (invited: Invited) => void
}

const quiet = { size: 'sm', variant: 'light', tt: 'none', fw: 500 } as const

type Asking = 'reset' | 'deactivate' | 'remove'

/** Somebody of the organisation, and what can be changed about them. */
export function MemberItem({ member, session, onInvited }: MemberProps) {
  const client = useQueryClient()
  const [asking, setAsking] = useState<Asking>()
  const refresh = () => client.invalidateQueries({ queryKey: membersQuery.queryKey })
  const change = useMutation({
    mutationFn: (body: { role?: string; active?: boolean }) => changeMember(member.id, body),
    onSettled: refresh,
  })
  const own = member.id === session.user.id
  const above = roles.indexOf(member.role) > roles.indexOf(session.role)
  return (
    <li className={classes.member}>
      <div className={classes.name}>
        <span className={classes.strong}>{member.name}</span>{' '}
        {own && (
          <Badge {...quiet} color="gray">
            {say('you')}
          </Badge>
        )}{' '}
        {!member.active && (
          <Badge {...quiet} color="red">
            {say('inactive')}
          </Badge>
        )}{' '}
        {member.invited && (
          <Badge {...quiet} color="gray">
            {say('no password yet')}
          </Badge>
        )}
        <p className="muted">{member.email}</p>
      </div>
      <NativeSelect
        size="xs"
        aria-label={say('Role of {name}', { name: member.name })}
        value={member.role}
        disabled={above || change.isPending}
        data={(above ? roles : givenBy(session.role)).map((role) => ({ value: role, label: roleName(role) }))}
        onChange={(event) => change.mutate({ role: event.currentTarget.value as Role })}
      />
      {!above && !own && (
        <Dropdown
          label={say('More about {name}', { name: member.name })}
          button={<Icon name="dots" />}
          buttonProps={{ variant: 'subtle', color: 'gray' }}
          align="end"
        >
          {(close) => (
            <Choices
              member={member}
              onAsk={(what) => {
                close()
                setAsking(what)
              }}
              onActivate={() => {
                close()
                change.mutate({ active: true })
              }}
            />
          )}
        </Dropdown>
      )}
      <Trouble error={change.error} />
      {asking !== undefined && (
        <Ask
          asking={asking}
          member={member}
          onDone={async (invited) => {
            if (invited !== undefined) onInvited(invited)
            await refresh()
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </li>
  )
}

interface ChoicesProps {
  readonly member: Member
  readonly onAsk: (what: Asking) => void
  readonly onActivate: () => void
}

function Choices({ member, onAsk, onActivate }: ChoicesProps) {
  return (
    <div className={classes.menu}>
      <Button size="xs" variant="subtle" color="gray" onClick={() => onAsk('reset')}>
        {say('New link to choose a password')}
      </Button>
      {member.active ? (
        <Button size="xs" variant="subtle" color="gray" onClick={() => onAsk('deactivate')}>
          {say('Deactivate')}
        </Button>
      ) : (
        <Button size="xs" variant="subtle" color="gray" onClick={onActivate}>
          {say('Activate again')}
        </Button>
      )}
      <Button size="xs" variant="subtle" color="red" onClick={() => onAsk('remove')}>
        {say('Remove from the organisation')}
      </Button>
    </div>
  )
}

interface AskProps {
  readonly asking: Asking
  readonly member: Member
  readonly onDone: (invited?: Invited) => Promise<void>
  readonly onClose: () => void
}

function Ask({ asking, member, onDone, onClose }: AskProps) {
  const { name } = member
  const questions = {
    reset: {
      title: say('New link for {name}?', { name }),
      action: say('Make the link'),
      text: say(
        'The password and all sessions of {name} end now. The link is shown once; send it on yourself.',
        {
          name,
        },
      ),
      run: async () => onDone(await resetMember(member.id)),
    },
    deactivate: {
      title: say('Deactivate {name}?', { name }),
      action: say('Deactivate'),
      text: say('Password, sessions and keys of {name} open nothing until you activate them again.', {
        name,
      }),
      run: async () => {
        await changeMember(member.id, { active: false })
        await onDone()
      },
    },
    remove: {
      title: say('Remove {name}?', { name }),
      action: say('Remove from the organisation'),
      text: say('What {name} made stays. To come back, {name} needs the help of an operator.', { name }),
      run: async () => {
        await removeMember(member.id)
        await onDone()
      },
    },
  }
  const { title, action, text, run } = questions[asking]
  return (
    <Confirm title={title} action={action} onConfirm={run} onClose={onClose}>
      {text}
    </Confirm>
  )
}
