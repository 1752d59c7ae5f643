import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf } from '../api/errors.ts'
import { type Invited, membersQuery } from '../api/people.ts'
import { say } from '../lang/say.ts'
import { InviteForm } from '../people/InviteForm.tsx'
import { MemberItem } from '../people/MemberItem.tsx'
import { Secret } from '../people/Secret.tsx'
import classes from '../settings/settings.module.css'
import { Message } from '../ui/Message.tsx'
import screen from './screen.module.css'

const route = getRouteApi('/inside/p/$project/settings/people')

/** Who belongs to the organisation, and as what. */
export function PeopleScreen() {
  const { session } = route.useRouteContext()
  const client = useQueryClient()
  const query = useQuery(membersQuery)
  const [invited, setInvited] = useState<Invited>()
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const show = async (made: Invited) => {
    setInvited(made)
    await client.invalidateQueries({ queryKey: membersQuery.queryKey })
  }
  return (
    <>
      <title>{`${say('People')} · Facet`}</title>
      <section className={classes.section} aria-labelledby="invite">
        <h2 id="invite">{say('Invite somebody')}</h2>
        <p className={classes.lead}>
          {say('Facet sends no mail: you get a link, once, and send it on yourself.')}
        </p>
        {invited !== undefined && (
          <Secret
            label={say('Link for {name}', { name: invited.name })}
            value={invited.link}
            hint={say(
              'By this link {name} chooses a password. It works once, within seven days, and is not shown again.',
              {
                name: invited.name,
              },
            )}
            onClose={() => setInvited(undefined)}
          />
        )}
        <InviteForm role={session.role} onInvited={(made) => void show(made)} />
      </section>
      <section className={classes.section} aria-labelledby="people">
        <h2 id="people">{say('People of {name}', { name: session.organisation.name })}</h2>
        <ul className={`${screen.list} ${screen.open}`} aria-labelledby="people">
          {query.data.map((member) => (
            <MemberItem
              key={member.id}
              member={member}
              session={session}
              onInvited={(made) => void show(made)}
            />
          ))}
        </ul>
      </section>
    </>
  )
}
