import { say } from '../../lang/say.ts'
import './echarts.ts'
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react'
import type { Dataset } from '../../api/answers.ts'
import type { Chart } from '../../api/dashboards.ts'
import { never } from '../../lib/never.ts'
import { Message } from '../../ui/Message.tsx'
import chartClasses from '../chart.module.css'
import { noColors } from '../colors.ts'
import type { DrawContext } from '../marks.ts'
import { PlotView } from '../PlotView.tsx'
import type { Click } from '../spot.ts'
import { TableView } from '../TableView.tsx'
import { optionsOf } from './options.ts'
import { type TreeSpec, treeRows, treeSpec } from './spec.ts'
import { TreeTableView } from './TreeTableView.tsx'
import classes from './tree.module.css'

interface TreeViewProps {
  readonly chart: Chart
  readonly dataset: Dataset
  readonly context: Omit<DrawContext, 'colors' | 'chosen'>
  readonly asTable: boolean
}

/** A chart of a data set tree, and which of its points stands open. */
export function TreeView({ chart, dataset, context, asTable }: TreeViewProps) {
  const [path, setPath] = useState<readonly string[]>([])
  const root = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => {
    const look = { type: chart.type, options: optionsOf(chart.options, chart.colors), path }
    return asTable ? treeRows(dataset, look) : treeSpec(dataset, look, { ...context, colors: noColors })
  }, [chart, dataset, context, asTable, path])
  const go = (next: readonly string[]) => {
    setPath(next)
    // The control that was used is gone: the keyboard goes on from here.
    root.current?.focus({ preventScroll: true })
  }
  const open = 'path' in shown ? shown.path : []
  const place = [chart.title, ...open].join(', ')
  return (
    <div ref={root} className={classes.tree} tabIndex={-1} role="group" aria-label={place}>
      {open.length > 0 && (
        <p className={classes.back}>
          <button type="button" onClick={() => go(open.slice(0, -1))}>
            <span aria-hidden="true">‹ </span>
            {say('Back')}
          </button>
          {open.join(' › ')}
        </p>
      )}
      <Shown shown={shown} chart={chart} onOpen={(key) => go([...open, key])} />
    </div>
  )
}

interface ShownProps {
  readonly shown: TreeSpec
  readonly chart: Chart
  readonly onOpen: (key: string) => void
}

function Shown({ shown, chart: { title, type, options }, onOpen }: ShownProps): ReactNode {
  switch (shown.kind) {
    case 'plot':
      return <Plot shown={shown} title={title} height={optionsOf(options).height} onOpen={onOpen} />
    case 'metric':
      return (
        <div className={chartClasses.metrics}>
          <span className={chartClasses.value}>{shown.text}</span>
        </div>
      )
    case 'table':
      return <TreeTableView key={shown.path.join('\n')} table={shown.table} title={title} onOpen={onOpen} />
    case 'rows':
      return (
        <>
          {shown.note !== '' && <p className="muted">{shown.note}</p>}
          <div className={classes.drawing}>
            <TableView table={shown.table} title={title} />
          </div>
        </>
      )
    case 'mismatch':
      return (
        <Message title={say('Cannot be drawn')} alert>
          {shown.sentence}
        </Message>
      )
    case 'empty':
      return (
        <Message title={say('No data')}>
          {say(type === 'table' ? 'Nothing was found for this table.' : 'Nothing was found for this chart.')}
        </Message>
      )
    default:
      return never(shown)
  }
}

interface PlotProps extends Pick<ShownProps, 'onOpen'> {
  readonly shown: Extract<TreeSpec, { kind: 'plot' }>
  readonly title: string
  readonly height: number | null
}

function Plot({ shown: { drawing, summary, inside }, title, height, onOpen }: PlotProps) {
  const pick = useMemo(
    () =>
      ({ name }: Click) => {
        if (inside.includes(name)) onOpen(name)
      },
    [inside, onOpen],
  )
  const style: CSSProperties = height === null ? {} : { flex: 'none', height }
  return (
    <div className={classes.drawing} style={style}>
      {inside.length > 0 && <OpenList keys={inside} title={title} onOpen={onOpen} />}
      <PlotView drawing={drawing} title={title} summary={summary} onPick={pick} />
    </div>
  )
}

interface OpenListProps extends Pick<ShownProps, 'onOpen'> {
  readonly keys: readonly string[]
  readonly title: string
}

/** More are a nuisance to step through; the table behind the drawing opens all. */
const mostOpened = 100

/** What a click on a drawing does, for the keyboard: in sight while it has the focus. */
function OpenList({ keys, title, onOpen }: OpenListProps) {
  return (
    <ul className={classes.open} aria-label={say('Look inside {title}', { title })}>
      {keys.slice(0, mostOpened).map((key) => (
        <li key={key}>
          <button type="button" onClick={() => onOpen(key)}>
            {say('Open {key}', { key })}
          </button>
        </li>
      ))}
    </ul>
  )
}
