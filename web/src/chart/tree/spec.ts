import type { Dataset, TreePoint } from '../../api/answers.ts'
import { say } from '../../lang/say.ts'
import { never } from '../../lib/never.ts'
import type { Drawing } from '../legend.ts'
import type { DrawContext } from '../marks.ts'
import { summaryOf } from '../spec.ts'
import type { Table } from '../table.ts'
import { barsDrawing } from './bars.ts'
import { linesDrawing } from './lines.ts'
import { metricText } from './numbers.ts'
import type { TreeOptions } from './options.ts'
import { pieDrawing } from './pie.ts'
import { type Aggregate, bucketsOf, bucketsPlot, keyOf, levelAt, seriesPlot, type TreePlot } from './plot.ts'
import { radarDrawing } from './radar.ts'
import type { Scene } from './scene.ts'
import { selectionTable, type TreeTable, treeTable } from './table.ts'

/** What a chart of a data set tree shows. */
export type TreeSpec =
  | {
      readonly kind: 'plot'
      readonly drawing: Drawing
      readonly summary: string
      /** The keys that a click opens. */
      readonly inside: readonly string[]
      /** Where in the tree this is: the keys opened so far. */
      readonly path: readonly string[]
    }
  | { readonly kind: 'metric'; readonly text: string }
  | { readonly kind: 'table'; readonly table: TreeTable; readonly path: readonly string[] }
  | { readonly kind: 'rows'; readonly table: Table; readonly note: string }
  | { readonly kind: 'mismatch'; readonly sentence: string }
  | { readonly kind: 'empty' }

/** What is asked of a tree: how to draw it, and which of its points stand open. */
export interface TreeLook {
  readonly type: string
  readonly options: TreeOptions
  readonly path: readonly string[]
}

const names: ReadonlyMap<string, () => string> = new Map([
  ['pie', () => say('a pie')],
  ['bars', () => say('bars')],
  ['columns', () => say('bars')],
  ['radar', () => say('a radar')],
  ['area', () => say('an area')],
  ['line', () => say('a line')],
  ['metric', () => say('a metric')],
  ['table', () => say('a table')],
])

/** From a data set to what is shown. Pure: the same data give the same picture. */
export function treeSpec(dataset: Dataset, look: TreeLook, context: DrawContext): TreeSpec {
  const name = names.get(look.type)?.()
  if (name === undefined)
    return mismatch(say('A chart of the type “{type}” is not known here.', { type: look.type }))
  switch (dataset.type) {
    case 'count':
      return numberSpec(dataset.value ?? null, name, look)
    case 'aggregate':
      return look.type === 'metric'
        ? mismatch(say('The data set is a list of keys and values, and a metric shows a single number.'))
        : listSpec(dataset, look, context)
    case 'json':
      return rowsSpec(dataset.rows, name, look)
    default:
      return never(dataset)
  }
}

/** The rows behind a chart, with what its numbers were computed from. */
export function treeRows(dataset: Dataset, { options, path }: TreeLook): TreeSpec {
  switch (dataset.type) {
    case 'count': {
      const value = dataset.value ?? null
      const rows = [{ key: say('Count'), values: [value], opens: false }]
      return { kind: 'table', table: { columns: [say('Count')], rows }, path: [] }
    }
    case 'aggregate':
      return tableSpec(dataset, options, path, true)
    case 'json':
      return { kind: 'rows', table: selectionTable(dataset.rows), note: '' }
    default:
      return never(dataset)
  }
}

function numberSpec(value: number | null, name: string, { type, options }: TreeLook): TreeSpec {
  if (type === 'metric')
    return { kind: 'metric', text: value === null ? '–' : metricText(value, options.format) }
  return mismatch(
    say('The data set is a single number, and {shape} shows a list of keys and values.', { shape: name }),
  )
}

function rowsSpec(
  rows: Extract<Dataset, { type: 'json' }>['rows'],
  name: string,
  { type }: TreeLook,
): TreeSpec {
  if (rows.length === 0) return { kind: 'empty' }
  const note =
    type === 'table'
      ? ''
      : say('The rows of a selection cannot be drawn as {shape}, and are shown as a table.', { shape: name })
  return { kind: 'rows', table: selectionTable(rows), note }
}

function listSpec(dataset: Aggregate, look: TreeLook, context: DrawContext): TreeSpec {
  const { type, options } = look
  if (dataset.dataset.length === 0) return { kind: 'empty' }
  if (type === 'table') return tableSpec(dataset, options, look.path, false)
  const isPie = type === 'pie'
  const opens = opensPoints(look)
  const xKey = isPie ? 'key' : options.xKey
  const { points, path } = levelAt(dataset, opens ? look.path : [], xKey)
  const plot = plotOf(points, dataset.metadata.seriesTitles, xKey, look)
  if (plot.series.length === 0) return { kind: 'empty' }
  const inside = opens
    ? points.filter((point) => bucketsOf(point).length > 0).map((point) => keyOf(point, xKey))
    : []
  const drawing = drawn(type, { plot, options, context, opens: inside.length > 0 })
  return { kind: 'plot', drawing, summary: summaryOf(plot, context), inside: [...new Set(inside)], path }
}

function tableSpec(
  dataset: Aggregate,
  options: TreeOptions,
  path: readonly string[],
  behind: boolean,
): TreeSpec {
  if (dataset.dataset.length === 0) return { kind: 'empty' }
  const level = levelAt(dataset, path, options.xKey)
  const table = treeTable(level.points, dataset.metadata.seriesTitles, options.xKey, behind)
  return { kind: 'table', table, path: level.path }
}

/** Pies open unless told not to, bars only when told to. */
function opensPoints({ type, options: { drilldown } }: TreeLook): boolean {
  if (type === 'pie') return drilldown !== false
  return isBars(type) && drilldown === true
}

function isBars(type: string): boolean {
  return type === 'bars' || type === 'columns'
}

/** Points that open, or whose buckets become series, show the first series only. */
function plotOf(
  points: readonly TreePoint[],
  titles: readonly string[],
  xKey: string,
  look: TreeLook,
): TreePlot {
  const [first] = titles
  if (first === undefined) return seriesPlot(points, titles, xKey)
  const hasBuckets = isBars(look.type) && points.some((point) => bucketsOf(point).length > 0)
  if (hasBuckets && !opensPoints(look)) return bucketsPlot(points, first, xKey)
  const isOne = look.type === 'pie' || hasBuckets || look.path.length > 0
  return seriesPlot(points, isOne ? [first] : titles, xKey)
}

function drawn(type: string, scene: Scene): Drawing {
  switch (type) {
    case 'pie':
      return pieDrawing(scene)
    case 'radar':
      return radarDrawing(scene)
    case 'bars':
    case 'columns':
      return barsDrawing(scene, type === 'bars' ? 'across' : 'up')
    default:
      return linesDrawing(scene, type === 'area')
  }
}

function mismatch(sentence: string): TreeSpec {
  return { kind: 'mismatch', sentence }
}
