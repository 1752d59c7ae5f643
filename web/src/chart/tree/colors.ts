import type { DrawContext } from '../marks.ts'
import { lightTheme } from '../theme.ts'
import type { TreeOptions } from './options.ts'

/** Cyan, orange, green, violet, red, navy and light grey; navy would drown in the dark. */
const light = ['#0a9bd3', '#f2811d', '#1fa56b', '#7a58bd', '#dd4b4b', '#153a63', '#bcc4cd']
const dark = ['#3fb4e4', '#f59b4c', '#43bf88', '#a288da', '#ea7575', '#5f86b8', '#c9d0d8']

/** The colours of a chart's series or slices, taken again from the first when they run out. */
export function colorsFor(
  many: number,
  { colors }: TreeOptions,
  { theme: { surface } }: DrawContext,
): string[] {
  const own = surface === lightTheme.surface ? light : dark
  const from = colors.length > 0 ? colors : own
  return Array.from({ length: many }, (_, place) => from[place % from.length] ?? '')
}
