import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { Chart } from '../api/dashboards.ts'
import type { Dates } from '../api/questions.ts'
import type { PanelContext } from '../dashboard/ChartPanel.tsx'
import { say } from '../lang/say.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { type Keeper, useTyped } from '../ui/useTyped.ts'
import { Choices } from './Choices.tsx'
import { JsonQuestion } from './JsonQuestion.tsx'
import { asked, begun, kindOf, kinds, sourceOf, withSource } from './kinds.ts'
import { Preview } from './Preview.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import type { Query } from './query.ts'
import classes from './question.module.css'
import { usePreview } from './usePreview.ts'

interface QuestionDialogProps {
  readonly project: number
  readonly context: PanelContext
  /** Those of the dashboard, which win over the question's own. */
  readonly dates: Dates
  readonly chart: Chart
  readonly isNew: boolean
  readonly keeper: Keeper
  /** Answers what is wrong; null when it is saved. */
  readonly onSave: (now: Partial<Chart>) => Promise<string | null>
  readonly onClose: () => void
}

/** What a chart asks and how it is drawn, beside the chart as it will be. */
export function QuestionDialog(props: QuestionDialogProps) {
  const { project, context, dates, chart, isNew, keeper, onSave, onClose } = props
  const { typed, change, isChanged } = useTyped(keeper, () => begin(chart))
  const { title, description, type, query } = typed
  const setQuery = (next: Query) => change({ ...typed, query: next })
  const [asJson, setAsJson] = useState(kindOf(query) === null)
  const [error, setError] = useState<string | null>(null)
  const whole = useMemo(() => asked(query, type), [query, type])
  const [settled] = useDebouncedValue(whole, 400)
  const preview = usePreview(project, settled, dates)
  const close = () => {
    keeper.keep(null)
    onClose()
  }
  const save = async () => {
    const wrong = await onSave({ title, description, type, query: withSource(chart.query, whole) })
    setError(wrong)
    if (wrong === null) close()
  }
  const choose = (kind: string) => {
    change({ ...typed, query: begun(kind, query), type: kinds[kind]?.types[0] ?? 'table' })
    setAsJson(false)
  }
  return (
    <Dialog
      title={
        isNew ? say('Add a chart') : say('Edit “{name}”', { name: chart.title || say('Untitled chart') })
      }
      onClose={close}
      unsaved={isChanged}
      wide
    >
      <div className={classes.split}>
        <div className={classes.form}>
          <Heading
            title={title}
            description={description}
            onTitle={(next) => change({ ...typed, title: next })}
            onDescription={(next) => change({ ...typed, description: next })}
          />
          <Choices
            query={query}
            type={type}
            asJson={asJson}
            onKind={choose}
            onType={(next) => change({ ...typed, type: next })}
            onJson={setAsJson}
          />
          {asJson ? (
            <JsonQuestion query={query} wrong={preview.wrong} onChange={setQuery} />
          ) : (
            <QuestionForm
              project={project}
              query={query}
              dated={Boolean(dates.date_from || dates.date_to)}
              wrong={preview.wrong}
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
          <Button onClick={() => void save()}>{isNew ? say('Add') : say('Save')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

/** What of a chart is edited here. */
interface Typed {
  readonly title: string
  readonly description: string
  readonly type: string
  readonly query: Query
}

function begin({ title, description, type, query }: Chart): Typed {
  return { title, description: description ?? '', type, query: sourceOf(query) }
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
        label={say('Title')}
        value={title}
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={say('Description')}
        value={description}
        onChange={(event) => onDescription(event.currentTarget.value)}
      />
    </div>
  )
}
