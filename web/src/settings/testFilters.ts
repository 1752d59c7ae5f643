/** A condition that tells test accounts apart from others, as far as a form can show it. */
export interface TestFilter {
  readonly type: 'person' | 'event'
  readonly key: string
  readonly operator: string
  readonly value: string
}

/** Those with a value take one; of the others the key is enough. */
export const operators = ['exact', 'is_not', 'icontains', 'not_icontains', 'is_set', 'is_not_set'] as const

/** The filter as the form shows it; undefined for one that the form would lose something of. */
export function readFilter(given: unknown): TestFilter | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { type = 'event', key, operator = 'exact', value, ...rest } = given as Record<string, unknown>
  const plain = Array.isArray(value) && value.length === 1 ? value[0] : value
  const shown =
    (type === 'person' || type === 'event') &&
    typeof key === 'string' &&
    operators.some((one) => one === operator) &&
    (typeof plain === 'string' || needsNoValue(String(operator))) &&
    Object.keys(rest).length === 0
  if (!shown) return undefined
  return { type, key, operator: String(operator), value: typeof plain === 'string' ? plain : '' }
}

export function writeFilter({ type, key, operator, value }: TestFilter): unknown {
  return needsNoValue(operator) ? { type, key, operator, value: operator } : { type, key, operator, value }
}

export function needsNoValue(operator: string): boolean {
  return operator === 'is_set' || operator === 'is_not_set'
}
