import { spoken } from '../../lang/language.ts'
import { fullNumber } from '../../lib/number.ts'
import type { NumberFormat } from './options.ts'

/** In English, numbers of these charts have a decimal point and thousands between commas, wherever they are read. */
export function numberLocale(): string | undefined {
  const { language, locale } = spoken()
  return language === 'en' ? 'en-US' : locale
}

/** What stood in a point's place before transformations. */
export interface Fact {
  readonly count: number | null
  readonly percentage: number | null
}

/** As it comes, with at most two decimals. */
export function plainNumber(value: number): string {
  return fullNumber(value, numberLocale())
}

export function fixedNumber(value: number, decimals: number, grouped = true): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return value.toLocaleString(numberLocale(), { ...digits, useGrouping: grouped })
}

/** The number in large type: a percentage is given as a fraction. */
export function metricText(value: number, format: NumberFormat | null): string {
  switch (format) {
    case 'percentage':
      return `${fixedNumber(value * 100, 2)}%`
    case 'float':
      return fixedNumber(value, 2)
    default:
      return fixedNumber(value, 0)
  }
}

/** A number of bars, areas and radars, with what it was computed from. */
export function pointText(value: number, { count, percentage }: Fact, format: NumberFormat | null): string {
  const counted = count === null ? [] : [plainNumber(count)]
  switch (format) {
    case 'percentage':
      return withParentheses(`${plainNumber(value)}%`, counted)
    case 'index': {
      const share = percentage === null ? [] : [`${plainNumber(percentage)}%`]
      return withParentheses(plainNumber(value), [...share, ...counted])
    }
    default:
      return plainNumber(value)
  }
}

/** A slice: its value, or else its share of the whole. */
export function sliceText(value: number, percentage: number, format: NumberFormat | null): string {
  return format === 'count' ? plainNumber(value) : `${fixedNumber(percentage, 2)}%`
}

function withParentheses(text: string, more: readonly string[]): string {
  return more.length === 0 ? text : `${text} (${more.join(', ')})`
}
