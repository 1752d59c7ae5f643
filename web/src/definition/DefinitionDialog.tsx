import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { addMembers, type Definition, type DefinitionKind, saveDefinition } from '../api/definitions.ts'
import { ApiError, sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { FormView, type Wrong } from '../question/field/FormView.tsx'
import { fieldAt, fieldsOf } from '../question/field.ts'
import { items, type Query, text, without } from '../question/query.ts'
import { Dialog } from '../ui/Dialog.tsx'
import classes from './definition.module.css'
import { begun, formOf } from './forms.ts'

interface DefinitionDialogProps {
  readonly project: number
  readonly kind: DefinitionKind
  /** Null for a new one. */
  readonly definition: Definition | null
  readonly onSaved: (definition: Definition) => void
  readonly onClose: () => void
}

/** Makes or changes an action or a cohort. What is refused stays as it was typed. */
export function DefinitionDialog({ project, kind, definition, onSaved, onClose }: DefinitionDialogProps) {
  const client = useQueryClient()
  const [draft, setDraft] = useState<Query>(definition ?? begun(kind))
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useMemo(() => formOf(kind, draft, definition === null), [kind, draft, definition])
  const save = async () => {
    setBusy(true)
    try {
      const saved = await keep(project, kind, definition?.id ?? null, draft)
      void client.invalidateQueries({ queryKey: ['definitions', project] })
      void client.invalidateQueries({ queryKey: ['vocabulary', project] })
      onSaved(saved)
      onClose()
    } catch (failure) {
      setWrong({
        message: sentenceOf(failure),
        path: failure instanceof ApiError ? (failure.path ?? null) : null,
      })
      setBusy(false)
    }
  }
  const isTold = wrong?.path != null && fieldAt(fieldsOf(form, draft), wrong.path) !== null
  return (
    <Dialog title={titleOf(kind, definition)} onClose={onClose} wide>
      <FormView project={project} form={form} query={draft} wrong={wrong} onChange={setDraft} />
      {wrong !== null && !isTold && (
        <p role="alert" className={classes.wrong}>
          {wrong.message}
        </p>
      )}
      <div className={classes.buttons}>
        <Button loading={busy} onClick={() => void save()}>
          {say('Save')}
        </Button>
      </div>
    </Dialog>
  )
}

/** Persons of a list are no part of the definition: they are added to it. */
async function keep(
  project: number,
  kind: DefinitionKind,
  id: number | null,
  draft: Query,
): Promise<Definition> {
  const members = items(draft.distinct_ids).map(text)
  const body = without(draft, 'id', 'created_at', 'updated_at', 'distinct_ids')
  const saved = await saveDefinition(project, kind, id, body)
  if (members.length > 0) await addMembers(project, saved.id, members)
  return saved
}

function titleOf(kind: DefinitionKind, definition: Definition | null): string {
  if (definition !== null) return say('Edit “{name}”', { name: definition.name })
  return kind === 'actions' ? say('New action') : say('New cohort')
}
