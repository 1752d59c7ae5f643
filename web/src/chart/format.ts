import type { ChartAnswer, Row } from '../api/answers.ts'
import { compactNumber, fullNumber, money, percent } from '../lib/number.ts'

/** How the numbers of a column are written. */
export type Format =
  | { readonly kind: 'plain' }
  | { readonly kind: 'share' }
  | { readonly kind: 'money'; readonly currency: string }

export const plain: Format = { kind: 'plain' }

/** Shares of a whole, from 0 to 1. */
const shares = /_(rate|retention)$/
const amounts =
  /^(mrr|arr|arpa|amount|value|revenue|refunded|credited|lifetime_value|unit_price|.*_(mrr|revenue|amount)|mrr_.*)$/

/** How a column's numbers are written in a row: money needs the row, or the whole answer, to name its currency. */
export function formatOf(answer: ChartAnswer, name: string, row?: Row): Format {
  if (shares.test(name)) return { kind: 'share' }
  if (!amounts.test(name)) return plain
  const currency = currencyOf(answer, row)
  return currency === null ? plain : { kind: 'money', currency }
}

/** The number in full. */
export function written(value: number, format: Format, locale?: string): string {
  switch (format.kind) {
    case 'plain':
      return fullNumber(value, locale)
    case 'share':
      return percent(value, locale)
    case 'money':
      return money(value, format.currency, locale)
  }
}

/** The number short enough for an axis. */
export function writtenShort(value: number, format: Format, locale?: string): string {
  return format.kind === 'share' ? percent(value, locale) : compactNumber(value, locale)
}

function currencyOf({ columns, rows }: ChartAnswer, row: Row | undefined): string | null {
  const at = columns.findIndex(({ name }) => name === 'currency')
  if (at < 0) return null
  const codes = new Set((row === undefined ? rows : [row]).map((one) => one[at]))
  const [code] = codes
  return codes.size === 1 && typeof code === 'string' && /^[A-Z]{3}$/.test(code) ? code : null
}
