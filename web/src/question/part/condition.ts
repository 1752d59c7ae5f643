import { isQuery, isSame, objects, type Query, read, text, write } from '../query.ts'

/**
 * Filters as the server takes them: a list of conditions, all of which hold, or groups of type AND and OR
 * in groups. A group is told from a condition by its values, which no condition has without a field.
 */
export interface Group {
  readonly type: 'AND' | 'OR'
  readonly values: readonly Query[]
}

export function isCondition(node: Query): boolean {
  return !('values' in node) || 'field' in node
}

/** A filter in whichever of its forms, as a group. */
export function rootOf(value: unknown): Group {
  if (Array.isArray(value)) return { type: 'AND', values: objects(value) }
  if (!isQuery(value)) return { type: 'AND', values: [] }
  if (isCondition(value)) return { type: 'AND', values: [value] }
  return { type: value.type === 'OR' ? 'OR' : 'AND', values: objects(value.values) }
}

/** A group in the plainest form that says it: a list, as long as all of its conditions hold. */
export function filterOf({ type, values }: Group): unknown {
  if (values.length === 0) return undefined
  return type === 'AND' && values.every(isCondition) ? values : { type, values }
}

/** Without conditions that are not finished; nothing when none is left. */
export function finished(value: unknown): unknown {
  const before = rootOf(value)
  const values = before.values.flatMap((node) => {
    if (isCondition(node)) return isFinished(node) ? [node] : []
    const inner = rootOf(finished(node))
    return inner.values.length === 0
      ? []
      : [isSame(inner.values, node.values) ? node : { ...node, values: inner.values }]
  })
  return isSame(values, before.values) ? value : filterOf({ type: before.type, values })
}

function isFinished(node: Query): boolean {
  if (node.type === 'hogql') return text(node.key) !== ''
  const key = text(node.key ?? node.field)
  const value = node.value ?? node.values
  const isEmpty =
    value === undefined || value === '' || (Array.isArray(value) && value.every((one) => one === ''))
  return key !== '' && (needsNone(text(node.operator)) || !isEmpty)
}

export function needsNone(operator: string): boolean {
  return operator === 'is_set' || operator === 'is_not_set'
}

/** The question without conditions that are not finished, at these paths of filters. */
export function askable(query: Query, filters: readonly string[]): Query {
  return filters.reduce((asked, at) => write(asked, at, finished(read(asked, at))), query)
}
