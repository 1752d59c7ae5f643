import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { Chart } from '../api/dashboards.ts'
import type { Dates } from '../api/questions.ts'
import type { PanelContext } from '../dashboard/ChartPanel.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { askable, drawnAs, type Kind, kindOf, kinds, ofKind, type Query, sourceOf } from './model.ts'
import { Preview } from './Preview.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import classes from './question.module.css'
import { JsonQuestion } from './TextQuestion.tsx'
import { usePreview } from './usePreview.ts'

interface QuestionDialogProps {
  readonly project: number
  readonly context: PanelContext
  /** Those of the dashboard, which win over the question's own. */
  readonly dates: Dates
  readonly chart: Chart
  readonly isNew: boolean
  /** Answers what is wrong; null when it is saved. */
  readonly onSave: (now: Partial<Chart>) => Promise<string | null>
  readonly onClose: () => void
}

/** What a chart asks and how it is drawn, beside the chart as it will be. */
export function QuestionDialog(props: QuestionDialogProps) {
  const { project, context, dates, chart, isNew, onSave, onClose } = props
  const [title, setTitle] = useState(chart.title)
  const [description, setDescription] = useState(chart.description ?? '')
  const [type, setType] = useState(chart.type)
  const [query, setQuery] = useState<Query>(() => sourceOf(chart.query))
  const [asJson, setAsJson] = useState(kindOf(query) === null)
  const [error, setError] = useState<string | null>(null)
  const asked = useMemo(() => askable(drawnAs(query, type)), [query, type])
  const [settled] = useDebouncedValue(asked, 400)
  const preview = usePreview(project, settled, dates)
  const save = async () => {
    const wrong = await onSave({ title, description, type, query: asked })
    setError(wrong)
    if (wrong === null) onClose()
  }
  const choose = (kind: Kind) => {
    setQuery(ofKind(kind, query))
    setType(kinds[kind].types[0] ?? 'table')
  }
  return (
    <Dialog
      title={isNew ? 'Add a chart' : `Edit “${chart.title || 'Untitled chart'}”`}
      onClose={onClose}
      wide
    >
      <div className={classes.split}>
        <div className={classes.form}>
          <Heading
            title={title}
            description={description}
            onTitle={setTitle}
            onDescription={setDescription}
          />
          <Choices
            query={query}
            type={type}
            asJson={asJson}
            onKind={choose}
            onType={setType}
            onJson={setAsJson}
          />
          {asJson ? (
            <JsonQuestion query={query} error={preview.error} onChange={setQuery} />
          ) : (
            <QuestionForm
              project={project}
              query={query}
              dated={Boolean(dates.date_from || dates.date_to)}
              error={preview.error}
              onChange={setQuery}
            />
          )}
        </div>
        <div className={classes.side}>
          <Preview
            chart={{ ...chart, title, description, type, query: settled }}
            context={context}
            preview={preview}
          />
          {error !== null && (
            <p role="alert" className={classes.error}>
              {error}
            </p>
          )}
          <Button onClick={() => void save()}>{isNew ? 'Add' : 'Save'}</Button>
        </div>
      </div>
    </Dialog>
  )
}

interface HeadingProps {
  readonly title: string
  readonly description: string
  readonly onTitle: (title: string) => void
  readonly onDescription: (description: string) => void
}

function Heading({ title, description, onTitle, onDescription }: HeadingProps) {
  return (
    <div className={classes.row}>
      <TextInput
        size="xs"
        label="Title"
        value={title}
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="Description"
        value={description}
        onChange={(event) => onDescription(event.currentTarget.value)}
      />
    </div>
  )
}

interface ChoicesProps {
  readonly query: Query
  readonly type: string
  readonly asJson: boolean
  readonly onKind: (kind: Kind) => void
  readonly onType: (type: string) => void
  readonly onJson: (asJson: boolean) => void
}

const allTypes = [...new Set(Object.values(kinds).flatMap(({ types }) => types)), 'radar']

function Choices({ query, type, asJson, onKind, onType, onJson }: ChoicesProps) {
  const kind = kindOf(query)
  const fitting = kind === null ? allTypes : kinds[kind].types
  const types = fitting.includes(type) ? fitting : [type, ...fitting]
  const names = Object.entries(kinds).map(([value, { label }]) => ({ value, label }))
  return (
    <div className={classes.row}>
      <NativeSelect
        size="xs"
        label="Question"
        value={kind ?? ''}
        data={kind === null ? [{ value: '', label: String(query.kind ?? 'None') }, ...names] : names}
        onChange={(event) => event.currentTarget.value !== '' && onKind(event.currentTarget.value as Kind)}
      />
      <NativeSelect
        size="xs"
        label="Drawn as"
        value={type}
        data={[...types]}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="subtle"
        className={classes.end}
        disabled={kind === null}
        aria-pressed={asJson}
        onClick={() => onJson(!asJson)}
      >
        {asJson ? 'As a form' : 'As JSON'}
      </Button>
    </div>
  )
}
