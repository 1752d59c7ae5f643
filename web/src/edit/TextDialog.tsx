import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Chart } from '../api/dashboards.ts'
import { TextView } from '../chart/TextView.tsx'
import { say } from '../lang/say.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LongText } from '../ui/LongText.tsx'
import { type Keeper, useTyped } from '../ui/useTyped.ts'
import classes from './edit.module.css'

interface TextDialogProps {
  readonly chart: Chart
  readonly isNew: boolean
  readonly keeper: Keeper
  /** Answers what is wrong; null when it is saved. */
  readonly onSave: (now: Partial<Chart>) => Promise<string | null>
  readonly onClose: () => void
}

/** A text of a dashboard, in Markdown, beside how it will look. */
export function TextDialog({ chart, isNew, keeper, onSave, onClose }: TextDialogProps) {
  const { typed: text, change, isChanged } = useTyped(keeper, () => String(chart.options?.text ?? ''))
  const [error, setError] = useState<string | null>(null)
  const close = () => {
    keeper.keep(null)
    onClose()
  }
  const save = async () => {
    const wrong = await onSave({ options: { ...chart.options, text } })
    setError(wrong)
    if (wrong === null) close()
  }
  return (
    <Dialog title={say(isNew ? 'Add a text' : 'Edit the text')} onClose={close} unsaved={isChanged} wide>
      <div className={classes.split}>
        <LongText label={say('Text (Markdown)')} rows={14} value={text} error={error} onChange={change} />
        <section aria-label={say('Preview')} className={classes.preview}>
          <TextView text={text} />
        </section>
      </div>
      <div className={classes.buttons}>
        <Button onClick={() => void save()} disabled={text.trim() === ''}>
          {say(isNew ? 'Add' : 'Save')}
        </Button>
      </div>
    </Dialog>
  )
}
