import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { MadeKey } from '../api/people.ts'
import { say } from '../lang/say.ts'
import { KeyForm } from '../people/KeyForm.tsx'
import { KeyTable } from '../people/KeyTable.tsx'
import { manages } from '../people/roles.ts'
import { Secret } from '../people/Secret.tsx'
import classes from '../settings/settings.module.css'

const route = getRouteApi('/inside/p/$project/settings/keys')

/** Keys for programs: one's own, for those who manage everybody's. */
export function KeysScreen() {
  const { session } = route.useRouteContext()
  const client = useQueryClient()
  const [made, setMade] = useState<MadeKey>()
  const everybodys = manages(session.role)
  return (
    <>
      <title>{`${say('Keys')} · Facet`}</title>
      <section className={classes.section} aria-labelledby="make">
        <h2 id="make">{say('New key')}</h2>
        <p className={classes.lead}>
          {say('A program that has it does what you may do, within what you choose here.')}
        </p>
        {made !== undefined && (
          <Secret
            label={say('Key “{label}”', { label: made.label })}
            value={made.key}
            hint={say('Copy the key now: it is kept as a hash only and not shown again.')}
            onClose={() => setMade(undefined)}
          />
        )}
        <KeyForm
          projects={session.projects}
          onMade={(key) => {
            setMade(key)
            void client.invalidateQueries({ queryKey: ['keys'] })
          }}
        />
      </section>
      <section className={classes.section} aria-labelledby="keys">
        <h2 id="keys">{say(everybodys ? 'Keys of everybody' : 'Your keys')}</h2>
        <KeyTable everybodys={everybodys} projects={session.projects} />
      </section>
    </>
  )
}
