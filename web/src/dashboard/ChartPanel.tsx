import { ActionIcon, Button } from '@mantine/core'
import { lazy, memo, type ReactNode, Suspense, useContext, useId, useMemo, useState } from 'react'
import { type ChartAnswer, hasFailed, type TreeAnswer } from '../api/answers.ts'
import type { Chart } from '../api/dashboards.ts'
import { MetricView } from '../chart/MetricView.tsx'
import type { DrawContext } from '../chart/marks.ts'
import { type Spec, spec } from '../chart/spec.ts'
import { type At, clicked, type OnPick, type Spot } from '../chart/spot.ts'
import { tableOf } from '../chart/table.ts'
import { FilesContext } from '../export/files.ts'
import { say } from '../lang/say.ts'
import { never } from '../lib/never.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
import type { Slot } from './answers.ts'
import classes from './ChartPanel.module.css'
import { LookContext } from './look.ts'
import { canPick, type Pick } from './pick.ts'

const TableView = lazy(async () => ({ default: (await import('../chart/TableView.tsx')).TableView }))

const FilterNote = lazy(async () => ({ default: (await import('../drill/FilterNote.tsx')).FilterNote }))

const PlotView = lazy(async () => ({ default: (await import('../chart/PlotView.tsx')).PlotView }))

const FunnelView = lazy(async () => ({ default: (await import('../chart/FunnelView.tsx')).FunnelView }))

const RetentionView = lazy(async () => ({ default: (await import('../chart/HeatView.tsx')).RetentionView }))

const CalendarView = lazy(async () => ({ default: (await import('../chart/HeatView.tsx')).CalendarView }))

const PathsView = lazy(async () => ({ default: (await import('../chart/PathsView.tsx')).PathsView }))

const ChartMenu = lazy(async () => ({ default: (await import('../export/ChartMenu.tsx')).ChartMenu }))

const TextView = lazy(async () => ({ default: (await import('../chart/TextView.tsx')).TextView }))

const TreeView = lazy(async () => ({ default: (await import('../chart/tree/TreeView.tsx')).TreeView }))

/** The types that show something else than their rows. */
const drawn: readonly string[] = [
  ...['line', 'area', 'bars', 'columns', 'pie', 'metric'],
  ...['funnel', 'retention', 'lifecycle', 'stickiness', 'paths', 'calendar'],
]

/** All that drawing needs but the colours, which come with each answer. */
export type PanelContext = Omit<DrawContext, 'colors' | 'chosen'>

interface ChartPanelProps {
  readonly chart: Chart
  readonly slot: Slot | undefined
  readonly context: PanelContext
  /** The request for all charts failed: what did not come before then does not come any more. */
  readonly broken: boolean
  readonly onReload: () => void
  /** Told which number of the chart was clicked; absent where there is nothing behind them to see. */
  readonly onPick?: ((pick: Pick) => void) | undefined
}

/** One chart with its heading, in whichever state it is. Redrawn only when its own answer changes. */
export const ChartPanel = memo(function ChartPanel({
  chart,
  slot,
  context,
  broken,
  onReload,
  onPick,
}: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false)
  const look = useContext(LookContext)
  const heading = useId()
  const files = useContext(FilesContext)
  const answer = answerOf(slot)
  const outdated = slot?.result != null && !slot.fresh
  return (
    <section
      className={classes.panel}
      data-type={chart.type}
      aria-labelledby={heading}
      aria-busy={chart.type !== 'text' && !slot?.fresh && !broken}
    >
      <header className={classes.header}>
        <div className={classes.titles}>
          <h3 id={heading} className={classes.title} title={chart.title}>
            {chart.title}
          </h3>
          {chart.description && <p className={classes.description}>{chart.description}</p>}
          {look !== null && (
            <Suspense>
              <FilterNote chart={chart} look={look} />
            </Suspense>
          )}
        </div>
        {answer !== null && canToggle(chart, answer) && (
          <TableToggle title={chart.title} asTable={asTable} onChange={setAsTable} />
        )}
        {answer !== null && files !== null && chart.type !== 'text' && (
          <Suspense>
            <ChartMenu chart={chart} files={files} />
          </Suspense>
        )}
      </header>
      <div className={classes.body} data-outdated={outdated}>
        <Boundary
          subject={slot?.result}
          fallback={<Failure sentence={say('The page cannot draw this.')} onReload={onReload} />}
        >
          <PanelBody {...{ chart, slot, context, broken, onReload, onPick, asTable }} />
        </Boundary>
      </div>
    </section>
  )
})

interface ToggleProps {
  readonly title: string
  readonly asTable: boolean
  readonly onChange: (asTable: boolean) => void
}

function TableToggle({ title, asTable, onChange }: ToggleProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      className={classes.toggle}
      aria-pressed={asTable}
      aria-label={say('Show {title} as a table', { title })}
      title={say(asTable ? 'Show the chart' : 'Show the table')}
      onClick={() => onChange(!asTable)}
    >
      <Icon name={asTable ? 'chart' : 'table'} />
    </ActionIcon>
  )
}

function PanelBody({
  chart,
  slot,
  context,
  broken,
  onReload,
  onPick,
  asTable,
}: ChartPanelProps & { asTable: boolean }) {
  if (chart.type === 'text') {
    return (
      <Suspense>
        <TextView text={String(chart.options?.text ?? '')} />
      </Suspense>
    )
  }
  if (slot === undefined || slot.result === null) {
    return broken ? <Message title={say('Not loaded')} /> : <Loading title={chart.title} />
  }
  if (hasFailed(slot.result)) return <Failure sentence={slot.result.error} onReload={onReload} />
  if ('dataset' in slot.result) {
    return (
      <Suspense fallback={<Loading title={chart.title} />}>
        <TreeView chart={chart} dataset={slot.result.dataset} context={context} asTable={asTable} />
      </Suspense>
    )
  }
  return <Drawing {...{ chart, slot, context, onPick, asTable }} answer={slot.result} />
}

interface DrawingProps {
  readonly chart: Chart
  readonly answer: ChartAnswer
  readonly slot: Slot
  readonly context: PanelContext
  readonly asTable: boolean
  readonly onPick: ChartPanelProps['onPick']
}

function Drawing({ chart, answer, slot, context, asTable, onPick }: DrawingProps): ReactNode {
  const draw: DrawContext = useMemo(
    () => ({ ...context, colors: slot.colors, chosen: chart.colors ?? [] }),
    [context, slot.colors, chart.colors],
  )
  const decided = useMemo(() => spec(chart.type, answer, draw), [chart.type, answer, draw])
  const pick = useMemo(
    () =>
      onPick && canPick(chart) ? (spot: Spot, at: At) => onPick({ chart, answer, spot, at }) : undefined,
    [onPick, chart, answer],
  )
  if (decided.kind === 'empty') {
    return (
      <Message title={say('No data')}>{say('Nothing was recorded for this chart in these dates.')}</Message>
    )
  }
  return (
    <Suspense fallback={<Loading title={chart.title} />}>
      {asTable ? (
        <TableView table={tableOf(answer, context)} title={chart.title} onPick={pick} />
      ) : (
        <Decided decided={decided} title={chart.title} context={draw} onPick={pick} />
      )}
    </Suspense>
  )
}

interface DecidedProps {
  readonly decided: Exclude<Spec, { kind: 'empty' }>
  readonly title: string
  readonly context: DrawContext
  readonly onPick: OnPick | undefined
}

function Decided({ decided, title, context, onPick }: DecidedProps): ReactNode {
  switch (decided.kind) {
    case 'plot':
      return (
        <PlotView
          drawing={decided.drawing}
          title={title}
          summary={decided.summary}
          onPick={clicked(decided.drawing, onPick)}
        />
      )
    case 'metric':
      return <MetricView metrics={decided.metrics} title={title} onPick={onPick} />
    case 'funnel':
      return <FunnelView answer={decided.answer} title={title} context={context} onPick={onPick} />
    case 'retention':
      return <RetentionView answer={decided.answer} title={title} context={context} onPick={onPick} />
    case 'paths':
      return <PathsView answer={decided.answer} title={title} context={context} onPick={onPick} />
    case 'calendar':
      return <CalendarView plot={decided.plot} title={title} context={context} onPick={onPick} />
    case 'table':
      return <TableView table={decided.table} title={title} onPick={onPick} />
    default:
      return never(decided)
  }
}

function Loading({ title }: { title: string }) {
  return (
    <div className={classes.loading} role="status" aria-label={say('Loading {title}', { title })}>
      <span />
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}

function Failure({ sentence, onReload }: { sentence: string; onReload: () => void }) {
  return (
    <Message title={say('Could not be computed')} alert>
      <p>{sentence}</p>
      <Button size="compact-xs" variant="default" onClick={onReload}>
        {say('Try again')}
      </Button>
    </Message>
  )
}

function answerOf(slot: Slot | undefined): ChartAnswer | TreeAnswer | null {
  return slot === undefined || slot.result === null || hasFailed(slot.result) ? null : slot.result
}

/** Tables and texts are their own table. */
function canToggle(chart: Chart, answer: ChartAnswer | TreeAnswer): boolean {
  if ('dataset' in answer) return hasTable(answer) && chart.type !== 'table'
  return answer.rows.length > 0 && drawn.includes(chart.type)
}

function hasTable({ dataset }: TreeAnswer): boolean {
  return dataset.type === 'count' || (dataset.type === 'aggregate' && dataset.dataset.length > 0)
}
