import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  createDashboard,
  deleteTemplate,
  fromTemplate,
  type Template,
  templatesQuery,
} from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import classes from './edit.module.css'

interface NewDashboardProps {
  readonly project: Project
  readonly onMade: (id: number) => void
  readonly onClose: () => void
}

/** Makes a dashboard: an empty one, or one of a template. */
export function NewDashboard({ project, onMade, onClose }: NewDashboardProps) {
  const client = useQueryClient()
  const templates = useQuery(templatesQuery(project.id)).data?.results ?? []
  const [template, setTemplate] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [doomed, setDoomed] = useState<Template | null>(null)
  const chosen = templates.find(({ id }) => id === template)
  const name = typed ?? chosen?.name ?? say('New dashboard')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const made =
        chosen === undefined
          ? await createDashboard(project.id, { name })
          : await fromTemplate(project.id, chosen.id, name)
      void client.invalidateQueries({ queryKey: ['dashboards', project.id] })
      onMade(made.id)
    } catch (failure) {
      setError(sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog title={say('New dashboard')} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={say('Name')}
          value={name}
          maxLength={400}
          required
          error={error}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('Start from')}
          value={template}
          description={chosen?.description || undefined}
          data={[
            { value: '', label: say('An empty dashboard') },
            ...templates.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={(event) => setTemplate(event.currentTarget.value)}
        />
        {chosen !== undefined && !chosen.built_in && (
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => setDoomed(chosen)}>
            {say('Delete this template')}
          </Button>
        )}
        <div className={classes.buttons}>
          <Button type="submit" loading={busy}>
            {say('Make it')}
          </Button>
        </div>
      </form>
      {doomed !== null && (
        <Confirm
          title={say('Delete the template “{name}”?', { name: doomed.name })}
          action={say('Delete')}
          onConfirm={async () => {
            await deleteTemplate(project.id, doomed.id)
            setTemplate('')
            await client.invalidateQueries({ queryKey: templatesQuery(project.id).queryKey })
          }}
          onClose={() => setDoomed(null)}
        >
          {say('Dashboards that were made from it stay.')}
        </Confirm>
      )}
    </Dialog>
  )
}
