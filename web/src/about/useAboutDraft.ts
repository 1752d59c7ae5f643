import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type About, aboutQuery, changeAbout } from '../api/about.ts'
import type { Address } from '../api/editing.ts'
import { ApiError, sentenceOf } from '../api/errors.ts'
import { type AboutField, type AboutForm, bodyOf, changedFields, contested, formOf, merged } from './form.ts'

export interface AboutDraft {
  readonly form: AboutForm
  readonly dirty: boolean
  readonly saving: boolean
  readonly error: string | null
  /** After a conflict: what was changed here and there; null without one. */
  readonly conflict: readonly AboutField[] | null
  readonly change: (part: Partial<AboutForm>) => void
  /** Whether it is saved. */
  readonly save: () => Promise<boolean>
}

/** The settings in the making; after another's change, what was typed lies on top of theirs. */
export function useAboutDraft(address: Address, opened: About): AboutDraft {
  const client = useQueryClient()
  const [base, setBase] = useState({ revision: opened.revision, form: formOf(opened) })
  const [form, setForm] = useState(base.form)
  const [conflict, setConflict] = useState<readonly AboutField[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const dirty = changedFields(base.form, form).length > 0
  useUnloadWarning(dirty)
  const meet = async () => {
    const theirs = await client.fetchQuery(aboutQuery(address))
    const said = formOf(theirs)
    setConflict(contested(base.form, form, said))
    setForm(merged(base.form, form, said))
    setBase({ revision: theirs.revision, form: said })
  }
  const save = async () => {
    setSaving(true)
    setError(null)
    try {
      await changeAbout(address, base.revision, bodyOf(base.form, form))
      return true
    } catch (failure) {
      const conflicts = failure instanceof ApiError && failure.status === 409
      if (conflicts) await meet().catch((again) => setError(sentenceOf(again)))
      else setError(sentenceOf(failure))
      return false
    } finally {
      setSaving(false)
    }
  }
  return {
    form,
    dirty,
    saving,
    error,
    conflict,
    change: (part) => setForm({ ...form, ...part }),
    save,
  }
}

/** The browser asks before it leaves the page with something unsaved. */
function useUnloadWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])
}
