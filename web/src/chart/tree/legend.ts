import type { Drawing, LegendEntry } from '../legend.ts'
import type { DrawContext } from '../marks.ts'
import type { TreeOptions } from './options.ts'

interface Names {
  readonly names: readonly string[]
  readonly colors: readonly string[]
  /** Whether names below a drawing stand in a list, not side by side. */
  readonly listed: boolean
}

/** The names beside a drawing, if its author wants them there. */
export function legendOf(
  { names, colors, listed }: Names,
  { legend }: TreeOptions,
  context: DrawContext,
): Pick<Drawing, 'legend' | 'legendPlace'> {
  const below = listed ? 'listed below' : 'below'
  if (legend === null || context.legend === false) return { legend: [], legendPlace: below }
  const entries = names.map((name, place): LegendEntry => {
    return { name, color: colors[place] ?? '', faint: false }
  })
  return { legend: entries, legendPlace: legend.position === 'right' ? 'beside' : below }
}
