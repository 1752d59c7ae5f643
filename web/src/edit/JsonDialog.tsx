import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { Dashboard } from '../api/dashboards.ts'
import { ApiError, sentenceOf } from '../api/errors.ts'
import type { Mistake } from '../code/CodeEditor.tsx'
import { placeOfJson } from '../code/json.ts'
import { spotOfPath } from '../code/places.ts'
import { say } from '../lang/say.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { type Keeper, useTyped } from '../ui/useTyped.ts'
import { documentOf } from './document.ts'
import classes from './edit.module.css'

const CodeEditor = lazy(async () => ({ default: (await import('../code/CodeEditor.tsx')).CodeEditor }))

interface JsonDialogProps {
  readonly dashboard: Dashboard
  readonly keeper: Keeper
  /** Puts the document in the place of what the dashboard is at this revision. */
  readonly onSave: (revision: number, document: unknown) => Promise<void>
  readonly newest: () => Promise<Dashboard>
  readonly onClose: () => void
}

/** What stands in the way of saving. */
interface Refusal {
  readonly sentence: string
  readonly mistake: Mistake | null
  /** The revision that came in between, when that is the reason. */
  readonly theirs: number | null
}

/** The whole dashboard as text. What is typed stays until it is saved or the dialog is closed. */
export function JsonDialog({ dashboard, keeper, onSave, newest, onClose }: JsonDialogProps) {
  const {
    typed: text,
    change,
    isChanged,
  } = useTyped(keeper, () => JSON.stringify(documentOf(dashboard), null, 2))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const read = placeOfJson(text)
  const close = () => {
    keeper.keep(null)
    onClose()
  }
  const save = async (revision: number) => {
    try {
      await onSave(revision, read.value)
      close()
    } catch (error) {
      setRefusal(await refusalOf(error, text, newest))
    }
  }
  const mistake = read.mistake ?? refusal?.mistake ?? null
  return (
    <Dialog title={say('The dashboard as JSON')} onClose={close} unsaved={isChanged} wide>
      <Suspense fallback={<p role="status">{say('Loading…')}</p>}>
        <CodeEditor
          label={say('Dashboard as JSON')}
          language="json"
          value={text}
          mistake={mistake}
          onChange={(next) => {
            change(next)
            setRefusal(null)
          }}
        />
      </Suspense>
      <Wrong mistake={mistake} refusal={refusal} />
      <div className={classes.buttons}>
        <Button disabled={read.mistake !== null} onClick={() => void save(dashboard.revision)}>
          {say('Save')}
        </Button>
        {refusal !== null && refusal.theirs !== null && (
          <Button variant="default" onClick={() => void save(refusal.theirs ?? 0)}>
            {say('Save over the other change')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

function Wrong({ mistake, refusal }: { mistake: Mistake | null; refusal: Refusal | null }) {
  if (mistake === null && refusal === null) return null
  const place = mistake === null ? '' : `${placeText(mistake)}: `
  return (
    <p role="alert" className={classes.wrong}>
      {place}
      {mistake?.message ?? refusal?.sentence}
    </p>
  )
}

function placeText({ line, column }: Mistake): string {
  return say('Line {line}, column {column}', { line, column })
}

async function refusalOf(error: unknown, text: string, newest: () => Promise<Dashboard>): Promise<Refusal> {
  const sentence = sentenceOf(error)
  if (!(error instanceof ApiError)) return { sentence, mistake: null, theirs: null }
  if (error.status === 409) {
    const { revision } = await newest()
    const told = say('Somebody changed this dashboard since you opened it. Your text is kept.')
    return { sentence: told, mistake: null, theirs: revision }
  }
  const mistake =
    error.path === undefined
      ? null
      : { ...spotOfPath(text, error.path), message: `${error.path}: ${sentence}` }
  return { sentence, mistake, theirs: null }
}
