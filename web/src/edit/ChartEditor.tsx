import { lazy, Suspense, useState } from 'react'
import type { Card, Chart } from '../api/dashboards.ts'
import type { Address } from '../api/editing.ts'
import type { PanelContext } from '../dashboard/ChartPanel.tsx'
import { say } from '../lang/say.ts'
import { newId } from './board.ts'
import type { Draft } from './Draft.ts'
import { keeperOf, type Opened } from './opened.ts'
import { TextDialog } from './TextDialog.tsx'

const QuestionDialog = lazy(async () => ({
  default: (await import('../question/QuestionDialog.tsx')).QuestionDialog,
}))

interface ChartEditorProps {
  readonly opened: Extract<Opened, { chart: Chart }>
  readonly address: Address
  readonly context: PanelContext
  readonly draft: Draft
  readonly onClose: () => void
}

/** What a chart shows: a question, or a text. */
export function ChartEditor({ opened, address, context, draft, onClose }: ChartEditorProps) {
  const { kind, chart } = opened
  const [keeper] = useState(() => keeperOf(address, opened))
  const isNew = kind === 'new'
  const save = (now: Partial<Chart>) =>
    draft.attempt(
      isNew
        ? {
            kind: 'add',
            section: draft.state().shown.sections.length - 1,
            card: cardOf({ ...chart, ...now }),
          }
        : { kind: 'chart', chart: chart.id, now, of: chart.title },
    )
  const dialog = { chart, isNew, keeper, onSave: save, onClose }
  if (chart.type === 'text') return <TextDialog {...dialog} />
  return (
    <Suspense>
      <QuestionDialog
        project={address.project}
        context={context}
        dates={draft.state().shown.filters ?? {}}
        {...dialog}
      />
    </Suspense>
  )
}

function cardOf(chart: Chart): Card {
  return { id: newId(), x: 0, y: 0, w: 6, h: 4, layout: 'vertical', charts: [chart] }
}

export function newText(): Chart {
  return { ...blank, id: newId(), type: 'text', options: { text: '' } }
}

export function newChart(): Chart {
  const query = { kind: 'TrendsQuery', series: [{ kind: 'EventsNode', event: '$pageview' }] }
  return { ...blank, id: newId(), title: say('New chart'), query }
}

const blank = { title: '', description: '', type: 'line', options: {}, colors: [] }
