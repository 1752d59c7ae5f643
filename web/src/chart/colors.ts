import type { ChartAnswer, ChartResult } from '../api/answers.ts'
import { noneName, otherName, valueName } from './cell.ts'
import { plotOf } from './plot.ts'

/** Which place in the palette each breakdown value has, the same in every chart of a dashboard. */
export type ColorBook = Readonly<Record<string, number>>

export interface Palette {
  readonly series: readonly string[]
  /** For `(none)` and `Other`, which are no values of their own. */
  readonly none: string
  readonly other: string
}

export const noColors: ColorBook = {}

const places = 10

/** Names point at the palette's front; its end serves dashboards with many values. */
const preferred = 6

export const lightPalette: Palette = {
  series: [
    '#2f6db5',
    '#d9822b',
    '#2a9183',
    '#b8476b',
    '#7a5fb8',
    '#3a9fc9',
    '#c472b0',
    '#7f8c22',
    '#a0622d',
    '#4f7a4a',
  ],
  none: '#8b96a3',
  other: '#bcc4cd',
}

export const darkPalette: Palette = {
  series: [
    '#6ba3e0',
    '#e8a15c',
    '#4fbcad',
    '#dc7797',
    '#a48ddb',
    '#6cc3e8',
    '#dd97cd',
    '#b0bd50',
    '#c98d5a',
    '#82b07c',
  ],
  none: '#7d8896',
  other: '#4d5866',
}

/**
 * Gives each value not seen before the place its name points at, or the next free one; when all are
 * taken, one that no other value of the same chart has. A place once given stays, so that no colour
 * changes while further charts come in.
 */
export function extendColors(book: ColorBook, result: ChartResult): ColorBook {
  if (!('rows' in result)) return book
  const keys = colorKeys(result)
  const unknown = keys.filter((key) => !(key in book))
  if (unknown.length === 0) return book
  const extended: Record<string, number> = { ...book }
  for (const key of unknown) {
    const beside = keys.flatMap((other) => extended[other] ?? [])
    extended[key] = freePlace(key, Object.values(extended)) ?? freePlace(key, beside) ?? hash(key)
  }
  return extended
}

/** The colour of a breakdown value. */
export function colorOf(key: string, book: ColorBook, palette: Palette): string {
  if (key === noneName()) return palette.none
  if (key === otherName()) return palette.other
  return placeColor(book[key] ?? hash(key), palette)
}

/** The colour of a series that is told apart by its number only. */
export function placeColor(place: number, palette: Palette): string {
  return palette.series[place % places] ?? palette.none
}

/** Types whose names are no breakdown values. */
const apart: readonly string[] = ['lifecycle', 'retention', 'paths']

function colorKeys(result: ChartAnswer): string[] {
  if (apart.includes(result.type)) return []
  const steps = result.columns.some(({ name }) => name === 'step')
  if (steps) return breakdownKeys(result).filter((key) => !isRest(key))
  const plot = plotOf(result)
  const keys = [...plot.series.map((series) => series.key), ...(plot.categoryKeys ?? [])]
  return [...new Set(keys)].filter((key): key is string => key !== null && !isRest(key))
}

function breakdownKeys({ columns, rows }: ChartAnswer): string[] {
  const at = columns.findIndex(({ name }) => name === 'breakdown')
  return at < 0 ? [] : [...new Set(rows.map((row) => valueName(row[at] ?? null)))]
}

function isRest(key: string): boolean {
  return key === noneName() || key === otherName()
}

/** The first place from where the key points at that is not taken; null when all are. */
function freePlace(key: string, taken: readonly number[]): number | null {
  const start = hash(key)
  for (let step = 0; step < places; step++) {
    const place = (start + step) % places
    if (!taken.includes(place)) return place
  }
  return null
}

/** FNV-1a, cut to the preferred places. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return value % preferred
}
