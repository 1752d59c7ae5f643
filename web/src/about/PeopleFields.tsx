import { CloseButton, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type About, type Collaborator, type Member, membersQuery } from '../api/about.ts'
import { say } from '../lang/say.ts'
import classes from './about.module.css'
import type { AboutForm } from './form.ts'

interface PeopleFieldsProps {
  readonly about: About
  readonly form: AboutForm
  readonly onChange: (part: Partial<AboutForm>) => void
}

/** Who sees a dashboard and who changes it. */
export function PeopleFields({ about, form, onChange }: PeopleFieldsProps) {
  const members = useQuery(membersQuery()).data?.results ?? []
  const { may } = about
  const people = form.collaborators
  const set = (collaborators: readonly Collaborator[]) => onChange({ collaborators })
  const name = (id: number) => nameOf(id, members, about)
  return (
    <fieldset className={classes.group}>
      <legend>{say('People')}</legend>
      <NativeSelect
        label={say('Seen by')}
        value={form.visibility}
        disabled={!may.hide}
        description={may.hide ? undefined : say('Its creator says who sees it.')}
        data={[
          { value: 'shared', label: say('Everyone in the organisation') },
          { value: 'private', label: say('Its creator and those let in') },
        ]}
        onChange={(event) => onChange({ visibility: event.currentTarget.value as About['visibility'] })}
      />
      <NativeSelect
        label={say('Changed by')}
        value={form.editors}
        disabled={!may.restrict}
        description={may.restrict ? undefined : say('Its creator and admins say who changes it.')}
        data={[
          { value: 'everyone', label: say('Everyone who may edit') },
          { value: 'collaborators', label: say('Its creator, admins and those let in') },
        ]}
        onChange={(event) => onChange({ editors: event.currentTarget.value as About['editors'] })}
      />
      {people.length > 0 && (
        <ul className={classes.people} aria-label={say('People let in')}>
          {people.map((person) => (
            <li key={person.id}>
              <span className={classes.grow}>{name(person.id)}</span>
              <NativeSelect
                size="xs"
                aria-label={say('What {name} may do', { name: name(person.id) })}
                value={person.level}
                disabled={!may.restrict}
                data={[
                  { value: 'look', label: say('look') },
                  { value: 'edit', label: say('edit') },
                ]}
                onChange={(event) => {
                  const level = event.currentTarget.value as Collaborator['level']
                  set(people.map((one) => (one.id === person.id ? { ...one, level } : one)))
                }}
              />
              {may.restrict && (
                <CloseButton
                  aria-label={say('No longer let in {name}', { name: name(person.id) })}
                  onClick={() => set(people.filter((one) => one.id !== person.id))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {may.restrict && (
        <NativeSelect
          label={say('Let in')}
          value=""
          data={[
            { value: '', label: say('Choose somebody…') },
            ...members
              .filter(({ id }) => !people.some((person) => person.id === id))
              .map(({ id, email, name: called }) => ({ value: String(id), label: `${called} (${email})` })),
          ]}
          onChange={(event) => set([...people, { id: Number(event.currentTarget.value), level: 'edit' }])}
        />
      )}
    </fieldset>
  )
}

function nameOf(id: number, members: readonly Member[], about: About): string {
  const known = [...members, ...about.collaborators].find((member) => member.id === id)
  return known?.name ?? say('User {id}', { id: String(id) })
}
