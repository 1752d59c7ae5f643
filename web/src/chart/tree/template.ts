import { fixedNumber, plainNumber } from './numbers.ts'
import type { LabelFilter } from './options.ts'

/** What a template may name of a point, without `point.` before it. */
export interface PointWords {
  readonly name: string
  readonly series: string
  readonly y: number | null
  readonly percentage: number | null
  readonly count: number | null
}

/**
 * A template such as `{point.name}: {point.percentage:.2f} %`, filled in. The outcome is text: `<br>` breaks
 * the line, other tags are dropped, and what the data say is never read as one.
 */
export function filled(template: string, words: PointWords): string {
  return template
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\{([\w.]+)(?::([^{}]*))?\}/g, (_, path: string, format: string | undefined) =>
      written(wordOf(path, words), format),
    )
}

/** Whether a point passes the test; one that cannot be read lets all pass. */
export function passes({ property, operator, value }: LabelFilter, words: PointWords): boolean {
  const test = tests.get(operator)
  if (test === undefined) return true
  const given = wordOf(property, words)
  if (typeof given === 'number') return test(given, Number(value))
  return given !== null && test(given, String(value))
}

type Word = string | number

const tests: ReadonlyMap<string, (given: Word, value: Word) => boolean> = new Map([
  ['>', (given, value) => given > value],
  ['>=', (given, value) => given >= value],
  ['<', (given, value) => given < value],
  ['<=', (given, value) => given <= value],
  ['==', (given, value) => given === value],
  ['===', (given, value) => given === value],
  ['!=', (given, value) => given !== value],
  ['!==', (given, value) => given !== value],
])

function wordOf(path: string, words: PointWords): Word | null {
  switch (path.replace(/^point\./, '')) {
    case 'y':
    case 'value':
      return words.y
    case 'name':
    case 'key':
    case 'category':
    case 'x':
      return words.name
    case 'series.name':
      return words.series
    case 'percentage':
      return words.percentage
    case 'count':
      return words.count
    default:
      return null
  }
}

/** Formats are those of C's printf, with a comma before them for thousands: `.2f`, `,.0f`. */
function written(word: Word | null, format: string | undefined): string {
  if (word === null) return ''
  if (typeof word === 'string') return word
  const [, comma, decimals] = /^(,?)\.(\d{1,2})f$/.exec(format ?? '') ?? []
  return decimals === undefined
    ? plainNumber(word)
    : fixedNumber(word, Math.min(20, Number(decimals)), comma === ',')
}
