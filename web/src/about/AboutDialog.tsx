import { Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type About, aboutQuery } from '../api/about.ts'
import type { Address } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LongText } from '../ui/LongText.tsx'
import { Message } from '../ui/Message.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import classes from './about.module.css'
import type { AboutField, AboutForm } from './form.ts'
import { PeopleFields } from './PeopleFields.tsx'
import { PlacementFields } from './PlacementFields.tsx'
import { TagField } from './TagField.tsx'
import { useAboutDraft } from './useAboutDraft.ts'

interface AboutDialogProps {
  readonly address: Address
  readonly onClose: () => void
}

/** What is said about a dashboard, who sees and changes it, and where it stands. */
export function AboutDialog({ address, onClose }: AboutDialogProps) {
  const query = useQuery(aboutQuery(address))
  if (query.data !== undefined) return <Loaded address={address} about={query.data} onClose={onClose} />
  return (
    <Dialog title={say('Settings of the dashboard')} onClose={onClose}>
      {query.isError ? (
        <Message title={sentenceOf(query.error)} alert />
      ) : (
        <p role="status">{say('Loading…')}</p>
      )}
    </Dialog>
  )
}

function Loaded({ address, about, onClose }: AboutDialogProps & { readonly about: About }) {
  const client = useQueryClient()
  // What comes in later is another's: it is met when saving, not while typing.
  const draft = useAboutDraft(address, about)
  const save = async () => {
    if (!(await draft.save())) return
    await Promise.all(
      ['about', 'dashboard', 'dashboards', 'placed', 'tags', 'revisions'].map((key) =>
        client.invalidateQueries({ queryKey: [key, address.project] }),
      ),
    )
    onClose()
  }
  return (
    <Dialog title={say('Settings of the dashboard')} onClose={onClose} unsaved={draft.dirty}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Fields address={address} about={about} form={draft.form} onChange={draft.change} />
        <Trouble {...draft} />
        <div className={classes.buttons}>
          <Button type="submit" loading={draft.saving} disabled={!draft.dirty}>
            {draft.conflict === null ? say('Save') : say('Save over it')}
          </Button>
          <Button type="button" variant="default" onClick={onClose}>
            {say('Cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  readonly address: Address
  readonly about: About
  readonly form: AboutForm
  readonly onChange: (part: Partial<AboutForm>) => void
}

function Fields({ address, about, form, onChange }: FieldsProps) {
  return (
    <>
      <TextInput
        label={say('Name')}
        value={form.name}
        maxLength={400}
        required
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <LongText
        label={say('Description')}
        rows={2}
        value={form.description}
        onChange={(description) => onChange({ description })}
      />
      <TagField project={address.project} tags={form.tags} onChange={(tags) => onChange({ tags })} />
      <fieldset className={classes.group}>
        <legend>{say('In the list')}</legend>
        <Toggle checked={form.pinned} onChange={(pinned) => onChange({ pinned })}>
          {say('Favourite: stands first')}
        </Toggle>
        <Toggle checked={form.archived} onChange={(archived) => onChange({ archived })}>
          {say('Archived: shown on demand only')}
        </Toggle>
      </fieldset>
      <PeopleFields about={about} form={form} onChange={onChange} />
      <PlacementFields
        project={address.project}
        placement={form.placement}
        onChange={(placement) => onChange({ placement })}
      />
    </>
  )
}

interface TroubleProps {
  readonly error: string | null
  readonly conflict: readonly AboutField[] | null
}

function Trouble({ error, conflict }: TroubleProps) {
  if (error !== null)
    return (
      <p role="alert" className={classes.error}>
        {error}
      </p>
    )
  if (conflict === null) return null
  return (
    <div role="alert" className={classes.conflict}>
      <p>
        {say(
          'Somebody else changed this dashboard since you opened it. What you typed is kept, the rest is as they left it.',
        )}
      </p>
      {conflict.length > 0 && (
        <p>
          {say('You both changed: {fields}. Saving puts yours in place of theirs.', {
            fields: conflict.map(labelOf).join(', '),
          })}
        </p>
      )}
    </div>
  )
}

function labelOf(field: AboutField): string {
  switch (field) {
    case 'name':
      return say('Name')
    case 'description':
      return say('Description')
    case 'tags':
      return say('Tags')
    case 'pinned':
      return say('favourite')
    case 'archived':
      return say('archived')
    case 'visibility':
      return say('who sees it')
    case 'editors':
      return say('who changes it')
    case 'placement':
      return say('where it stands')
    case 'collaborators':
      return say('people let in')
  }
}
