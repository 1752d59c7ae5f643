import type { PropertyFilter } from './point.ts'

/** The property filters in a URL; text that cannot be read filters nothing. */
export function readConditions(text: string | undefined): readonly PropertyFilter[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(read) ? read.filter(isCondition) : []
  } catch {
    return []
  }
}

/** The filters for a URL; undefined when there are none. */
export function writeConditions(conditions: readonly PropertyFilter[]): string | undefined {
  return conditions.length === 0 ? undefined : JSON.stringify(conditions)
}

/** The filters with another one, in place of those about the same property. */
export function withCondition(
  conditions: readonly PropertyFilter[],
  added: PropertyFilter,
): readonly PropertyFilter[] {
  const isSame = (one: PropertyFilter) => one.key === added.key && one.type === added.type
  return [...conditions.filter((one) => !isSame(one)), added]
}

/** The property and what it is compared with, as it is read. */
export function conditionParts({ key, operator, value }: PropertyFilter): { name: string; words: string } {
  const text = Array.isArray(value) ? value.join(', ') : value == null ? '' : String(value)
  const name = key.replace(/^\$/, '')
  return { name, words: `${symbols[operator] ?? operator}${text === '' ? '' : ` ${text}`}` }
}

const symbols: Readonly<Record<string, string>> = {
  exact: '=',
  in: '=',
  is_not: '≠',
  icontains: '∋',
  not_icontains: '∌',
  regex: '~',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  is_set: '✓',
  is_not_set: '∅',
}

function isCondition(one: unknown): one is PropertyFilter {
  return typeof Reflect.get(Object(one), 'key') === 'string'
}
