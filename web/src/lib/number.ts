import { spoken } from '../lang/language.ts'

/** Numbers as people read them. An absent locale is the reader's own. */
type Locale = string | undefined

const formatters = new Map<string, Intl.NumberFormat>()

/** The number in full, for tables and tooltips. */
export function fullNumber(value: number, locale?: Locale): string {
  return formatter(locale, { maximumFractionDigits: 2 }).format(value)
}

/** The number short enough for an axis: 12.5K. */
export function compactNumber(value: number, locale?: Locale): string {
  return formatter(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** A share as a signed percentage: 0.125 is +12.5%. */
export function signedPercent(share: number, locale?: Locale): string {
  const format = { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1 } as const
  return formatter(locale, format).format(share)
}

/** An amount in a currency; of a code that is none the number alone. */
export function money(value: number, currency: string, locale?: Locale): string {
  const format = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  return formatter(locale, format).format(value)
}

export function percent(share: number, locale?: Locale): string {
  return formatter(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

/** Seconds in the two largest units that say something: 3h 20m. */
export function duration(seconds: number, locale?: Locale): string {
  if (seconds < 1) return amount(seconds, 'second', locale)
  const whole = Math.round(seconds)
  const parts = units.map(({ unit, size, limit }) => ({ unit, value: Math.floor(whole / size) % limit }))
  const first = parts.findIndex(({ value }) => value > 0)
  return parts
    .slice(first, first + 2)
    .filter(({ value }) => value > 0)
    .map(({ unit, value }) => amount(value, unit, locale))
    .join(' ')
}

const units = [
  { unit: 'day', size: 86_400, limit: Number.POSITIVE_INFINITY },
  { unit: 'hour', size: 3_600, limit: 24 },
  { unit: 'minute', size: 60, limit: 60 },
  { unit: 'second', size: 1, limit: 60 },
]

function amount(value: number, unit: string, locale: Locale): string {
  const format = { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 2 } as const
  return formatter(locale, format).format(value)
}

function formatter(given: Locale, format: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = given ?? spoken().locale
  const key = JSON.stringify([locale, format])
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, format)
  formatters.set(key, known)
  return known
}
