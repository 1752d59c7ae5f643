import type { Cell } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import { fullNumber } from '../lib/number.ts'

/** How the server marks events without the breakdown's property, and those beyond the limit. */
export const noneMarker = '$$_posthog_breakdown_null_$$'
export const otherMarker = '$$_posthog_breakdown_other_$$'

export const noneName = () => say('(none)')
export const otherName = () => say('Other')

/** A dimension's value as it is named in legends, axes and tables. */
export function valueName(value: Cell, locale?: string): string {
  if (value === null || value === '' || value === noneMarker) return noneName()
  if (value === otherMarker) return otherName()
  if (typeof value === 'string') return value
  if (typeof value === 'number') return fullNumber(value, locale)
  if (typeof value === 'boolean') return say(value ? 'Yes' : 'No')
  if (Array.isArray(value)) return value.map((part: Cell) => valueName(part, locale)).join(' · ')
  return JSON.stringify(value)
}

export function numberOf(value: Cell | undefined): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value)
  return null
}
