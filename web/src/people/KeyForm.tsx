import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import { type MadeKey, makeKey } from '../api/people.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { Trouble } from '../profile/Trouble.tsx'
import { fieldOf } from '../screen/Entrance.tsx'
import settings from '../settings/settings.module.css'
import { Toggle } from '../ui/Toggle.tsx'
import classes from './people.module.css'
import { type Access, type Choice, objects, presets, scopesOf } from './scopes.ts'

interface KeyFormProps {
  readonly projects: readonly Project[]
  readonly onMade: (made: MadeKey) => void
}

const day = 86_400_000

/** Makes a key: what it may do, where, and for how long. */
export function KeyForm({ projects, onMade }: KeyFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [preset, setPreset] = useState('look')
  const [choice, setChoice] = useState<Choice>({})
  const [only, setOnly] = useState<readonly number[]>([])
  const make = useMutation({
    mutationFn: (fields: FormData) => {
      const days = Number(fieldOf(fields, 'days'))
      return makeKey({
        label: fieldOf(fields, 'label').trim(),
        scopes:
          preset === 'choice'
            ? scopesOf(choice)
            : (presets.find(({ value }) => value === preset)?.scopes ?? []),
        projects: only,
        expires_at: days === 0 ? null : new Date(Date.now() + days * day).toISOString(),
      })
    },
    onSuccess: (made) => {
      form.current?.reset()
      setOnly([])
      setChoice({})
      onMade(made)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    make.mutate(new FormData(event.currentTarget))
  }
  const empty = preset === 'choice' && scopesOf(choice).length === 0
  return (
    <form ref={form} className={settings.form} onSubmit={submit} aria-label={say('New key')}>
      <Trouble error={make.error} />
      <TextInput size="xs" name="label" label={say('What it is for')} autoComplete="off" required />
      <NativeSelect
        size="xs"
        label={say('It may')}
        value={preset}
        data={presets.map(({ value, label }) => ({ value, label: label() }))}
        onChange={(event) => setPreset(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        name="days"
        label={say('It works')}
        defaultValue="0"
        data={[
          { value: '0', label: say('until it is revoked') },
          ...[7, 30, 90, 365].map((days) => ({
            value: String(days),
            label: say('for {days} days', { days }),
          })),
        ]}
      />
      {preset === 'choice' && <ScopeChoice choice={choice} onChange={setChoice} />}
      {projects.length > 1 && <ProjectChoice projects={projects} only={only} onChange={setOnly} />}
      <div className={settings.actions}>
        <Button type="submit" size="xs" loading={make.isPending} disabled={empty}>
          {say('Make key')}
        </Button>
      </div>
    </form>
  )
}

function ScopeChoice({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  return (
    <div className={classes.choice} role="group" aria-label={say('Leave')}>
      {objects.map((object) => (
        <NativeSelect
          key={object}
          size="xs"
          label={object}
          value={choice[object] ?? ''}
          data={[
            { value: '', label: say('none') },
            { value: 'read', label: say('read') },
            { value: 'write', label: say('read and write') },
          ]}
          onChange={(event) => onChange({ ...choice, [object]: event.currentTarget.value as Access })}
        />
      ))}
    </div>
  )
}

interface ProjectChoiceProps {
  readonly projects: readonly Project[]
  readonly only: readonly number[]
  readonly onChange: (only: readonly number[]) => void
}

/** No project chosen is no limit. */
function ProjectChoice({ projects, only, onChange }: ProjectChoiceProps) {
  return (
    <div className={classes.projects} role="group" aria-label={say('Projects')}>
      <Toggle checked={only.length === 0} onChange={() => onChange([])}>
        {say('All projects')}
      </Toggle>
      {projects.map(({ id, name }) => (
        <Toggle
          key={id}
          checked={only.includes(id)}
          onChange={(on) => onChange(on ? [...only, id] : only.filter((one) => one !== id))}
        >
          {say('Only {name}', { name })}
        </Toggle>
      ))}
    </div>
  )
}
