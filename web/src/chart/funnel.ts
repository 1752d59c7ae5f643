import type { ChartAnswer, Row } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import { compactNumber, duration, fullNumber, percent } from '../lib/number.ts'
import { numberOf, valueName } from './cell.ts'
import { colorOf, placeColor } from './colors.ts'
import type { LegendEntry } from './legend.ts'
import type { DrawContext } from './marks.ts'
import type { Spot } from './spot.ts'

/** How many came as far as a step. */
export interface FunnelBar {
  /** The breakdown value; empty without one. */
  readonly name: string
  readonly color: string
  /** Of those who began, from 0 to 1. */
  readonly share: number
  readonly count: string
  readonly percent: string
  /** The whole story in a sentence. */
  readonly story: string
  readonly spot: Spot
}

export interface FunnelStep {
  readonly name: string
  readonly bars: readonly FunnelBar[]
  /** How many went on from the step before, and how long it took them; for funnels without breakdown. */
  readonly hint: string
}

export interface Funnel {
  readonly steps: readonly FunnelStep[]
  readonly legend: readonly LegendEntry[]
}

interface Cells {
  readonly step: number
  readonly name: string
  readonly group: string
  readonly count: number
  readonly time: number | null
  readonly row: number
}

/** The steps of a funnel in order; the breakdown values of each in the order in which they came. */
export function funnelOf(answer: ChartAnswer, context: DrawContext): Funnel {
  const all = answer.rows.map((row, index) => ({ ...cellsOf(answer, row), row: index }))
  const groups = [...new Set(all.map(({ group }) => group))]
  const steps = [...new Set(all.map(({ step }) => step))].sort((a, b) => a - b)
  const colors = new Map(groups.map((group) => [group, colorFor(group, context)]))
  return {
    steps: steps.map((step, index) => stepOf(all, steps.slice(0, index + 1), step, colors, context)),
    legend:
      groups.length < 2 ? [] : groups.map((name) => ({ name, color: colors.get(name) ?? '', faint: false })),
  }
}

function cellsOf({ columns }: ChartAnswer, row: Row): Omit<Cells, 'row'> {
  const at = (name: string) => row[columns.findIndex((column) => column.name === name)]
  const breakdown = columns.some(({ name }) => name === 'breakdown')
  return {
    step: numberOf(at('step')) ?? 0,
    name: valueName(at('name') ?? null),
    group: breakdown ? valueName(at('breakdown') ?? null) : '',
    count: numberOf(at('count')) ?? 0,
    time: numberOf(at('average_time')),
  }
}

function stepOf(
  all: readonly Cells[],
  upTo: readonly number[],
  step: number,
  colors: ReadonlyMap<string, string>,
  context: DrawContext,
): FunnelStep {
  const here = all.filter((cells) => cells.step === step)
  const countAt = (at: number | undefined, group: string) =>
    all.find((cells) => cells.step === at && cells.group === group)?.count ?? 0
  const bars = here.map((cells): FunnelBar => {
    const share = shareOf(cells.count, countAt(upTo[0], cells.group))
    const count = compactNumber(cells.count, context.locale)
    const part = percent(share, context.locale)
    const before = upTo.length < 2 ? null : countAt(upTo.at(-2), cells.group)
    return {
      name: cells.group,
      color: colors.get(cells.group) ?? '',
      share,
      count,
      percent: part,
      story: storyOf(cells, part, before, context.locale),
      spot: { row: cells.row },
    }
  })
  const [only] = here
  const hint =
    here.length === 1 && only !== undefined ? hintOf(only, countAt(upTo.at(-2), ''), upTo, context) : ''
  return { name: here[0]?.name ?? '', bars, hint }
}

function storyOf(cells: Cells, part: string, before: number | null, locale?: string): string {
  const who = cells.group === '' ? cells.name : `${cells.name}, ${cells.group}`
  const count = fullNumber(cells.count, locale)
  const came = say('{who}: {count} ({part} of those who began)', { who, count, part })
  if (before === null) return came
  const share = percent(shareOf(cells.count, before), locale)
  const lost = fullNumber(before - cells.count, locale)
  const went = say('{share} of the step before, {lost} lost', { share, lost })
  if (cells.time === null) return `${came}; ${went}`
  const time = duration(cells.time, locale)
  return `${came}; ${went}; ${say('{time} after the step before on average', { time })}`
}

function hintOf(cells: Cells, before: number, upTo: readonly number[], { locale }: DrawContext): string {
  if (upTo.length < 2) return ''
  const went = say('{share} went on', { share: percent(shareOf(cells.count, before), locale) })
  if (cells.time === null) return went
  return `${went}, ${say('{time} on average', { time: duration(cells.time, locale) })}`
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function colorFor(group: string, { colors, chosen, theme: { palette } }: DrawContext): string {
  if (group === '') return chosen?.[0] ?? placeColor(0, palette)
  return colorOf(group, colors, palette)
}
