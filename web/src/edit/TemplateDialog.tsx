import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Dashboard } from '../api/dashboards.ts'
import { type Address, saveTemplate, templatesQuery } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LongText } from '../ui/LongText.tsx'
import classes from './edit.module.css'

interface TemplateDialogProps {
  readonly address: Address
  readonly dashboard: Dashboard
  readonly onClose: () => void
}

/** Keeps a dashboard as a template, from which others are made. */
export function TemplateDialog({ address, dashboard, onClose }: TemplateDialogProps) {
  const client = useQueryClient()
  const [name, setName] = useState(dashboard.name)
  const [description, setDescription] = useState(dashboard.description ?? '')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await saveTemplate(address, name, description)
      await client.invalidateQueries({ queryKey: templatesQuery(address.project).queryKey })
      onClose()
    } catch (failure) {
      setError(sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog title={say('Save as a template')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className={classes.form}>
        <p className="muted">
          {say(
            'Everybody in the project can start dashboards from it. It stays when this dashboard changes.',
          )}
        </p>
        <TextInput
          label={say('Name')}
          value={name}
          maxLength={400}
          required
          error={error}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <LongText label={say('Description')} rows={3} value={description} onChange={setDescription} />
        <div className={classes.buttons}>
          <Button type="submit" loading={busy}>
            {say('Save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
