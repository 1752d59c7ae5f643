import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Chart } from '../api/dashboards.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LongText } from '../ui/LongText.tsx'
import classes from './edit.module.css'

interface ChartDialogProps {
  readonly chart: Chart
  readonly isNew: boolean
  /** Answers what is wrong; null when it is saved. */
  readonly onSave: (now: Partial<Chart>) => Promise<string | null>
  readonly onClose: () => void
}

export const chartTypes = [
  ...['line', 'area', 'columns', 'bars', 'pie', 'metric', 'table', 'funnel', 'retention', 'lifecycle'],
  ...['stickiness', 'paths', 'calendar', 'map', 'radar', 'bridge'],
]

/** What a chart is called, how it is drawn and what it asks. */
export function ChartDialog({ chart, isNew, onSave, onClose }: ChartDialogProps) {
  const [title, setTitle] = useState(chart.title)
  const [description, setDescription] = useState(chart.description ?? '')
  const [type, setType] = useState(chart.type)
  const [text, setText] = useState(JSON.stringify(chart.query, null, 2))
  const [error, setError] = useState<string | null>(null)
  const save = async () => {
    const query = parsed(text)
    if (query === null) {
      setError('This is no JSON.')
      return
    }
    const wrong = await onSave({ title, description, type, query })
    setError(wrong)
    if (wrong === null) onClose()
  }
  return (
    <Dialog title={isNew ? 'Add a chart' : `Edit ${chart.title || 'the chart'}`} onClose={onClose} wide>
      <div className={classes.form}>
        <TextInput label="Title" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        <TextInput
          label="Description"
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <NativeSelect
          label="Drawn as"
          value={type}
          data={chartTypes}
          onChange={(event) => setType(event.currentTarget.value)}
        />
        <LongText label="Question (JSON)" rows={14} code value={text} error={error} onChange={setText} />
        <div className={classes.buttons}>
          <Button onClick={() => void save()}>{isNew ? 'Add' : 'Save'}</Button>
        </div>
      </div>
    </Dialog>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
