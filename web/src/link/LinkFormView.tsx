import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../api/errors.ts'
import type { Link, LinkWish } from '../api/links.ts'
import { say } from '../lang/say.ts'
import { Toggle } from '../ui/Toggle.tsx'
import classes from './link.module.css'
import { formOf, isWhole, type LinkForm, type Switch, type Theme, wishOf } from './wish.ts'

interface LinkFormViewProps {
  /** Absent for a new one. */
  readonly link?: Link | undefined
  readonly onSave: (wish: LinkWish) => Promise<void>
  readonly onTyped: () => void
  readonly onCancel: () => void
}

/** What a link is to be. What is typed stays until it is saved. */
export function LinkFormView({ link, onSave, onTyped, onCancel }: LinkFormViewProps) {
  const before = link === undefined ? undefined : formOf(link)
  const [form, setForm] = useState(() => formOf(link))
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<LinkForm>) => {
    setForm({ ...form, ...part })
    onTyped()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await onSave(wishOf(form, before))
    } catch (failure) {
      setError(sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={say('Label')}
        description={say('For you: what this link is for')}
        value={form.label}
        maxLength={200}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <Lock form={form} before={before} onChange={set} />
      <TextInput
        type="datetime-local"
        label={say('Works until')}
        description={say('Empty: until you revoke it')}
        value={form.until}
        onChange={(event) => set({ until: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('Colours')}
        value={form.theme}
        data={[
          { value: 'reader', label: say('As the visitor chose on this server') },
          { value: 'system', label: say('As the visitor’s device') },
          { value: 'light', label: say('Light') },
          { value: 'dark', label: say('Dark') },
        ]}
        onChange={(event) => set({ theme: event.currentTarget.value as Theme })}
      />
      <Switches form={form} onChange={set} />
      {error !== null && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} disabled={!isWhole(form, before)}>
          {link === undefined ? say('Make the link') : say('Save')}
        </Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {say('Cancel')}
        </Button>
      </div>
    </form>
  )
}

interface PartProps {
  readonly form: LinkForm
  readonly onChange: (part: Partial<LinkForm>) => void
}

function Lock({ form, before, onChange }: PartProps & { readonly before: LinkForm | undefined }) {
  return (
    <>
      <Toggle checked={form.locked} onChange={(locked) => onChange({ locked })}>
        {say('Ask for a password')}
      </Toggle>
      {form.locked && (
        <PasswordInput
          label={before?.locked === true ? say('New password') : say('Password')}
          description={
            before?.locked === true
              ? say('Empty: the password stays. A new one ends what was opened with the old one.')
              : say('At least 8 characters. It is shown to nobody again.')
          }
          autoComplete="new-password"
          minLength={8}
          value={form.password}
          onChange={(event) => onChange({ password: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function Switches({ form, onChange }: PartProps) {
  const toggle = (name: Switch, label: string, inverse = false) => (
    <Toggle
      key={name}
      checked={form.switches[name] !== inverse}
      onChange={(on) => onChange({ switches: { ...form.switches, [name]: on !== inverse } })}
    >
      {label}
    </Toggle>
  )
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{say('Visitors may')}</legend>
        {toggle('visitorDates', say('choose dates and compare'))}
        {toggle('visitorFilters', say('choose values of filters'))}
        {toggle('visitorExport', say('save charts and tables as files'))}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{say('Shown')}</legend>
        {toggle('noHeader', say('name and description'), true)}
        {toggle('legend', say('legends'))}
        {toggle('hideExtraDetails', say('descriptions of charts'), true)}
        {toggle('whitelabel', say('“Made with Facet”'), true)}
      </fieldset>
    </>
  )
}
