/**
 * Questions as the server takes them: JSON, in which a path such as `series[1].math_property` names a
 * place. Forms read and write single places, and leave alone what they do not know.
 */
export type Query = Readonly<Record<string, unknown>>

/** What stands at a path; undefined where nothing does. */
export function read(value: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>((inner, step) => fieldOf(inner, step), value)
}

/** The question with something else at a path. Nothing, an empty text or an empty list takes the place away. */
export function write(query: Query, path: string, value: unknown): Query {
  if (isSame(read(query, path), value)) return query
  const written = put(query, stepsOf(path), value)
  return isQuery(written) ? written : {}
}

/** The path of a part of what stands at another path. */
export function under(path: string, name: string | number): string {
  if (typeof name === 'number') return `${path}[${name}]`
  return path === '' ? name : `${path}.${name}`
}

/** The path of what a place is part of. */
export function above(path: string): string {
  return path.replace(/(\.?[^.[\]]+|\[\d+\])$/, '')
}

/** Whether one path is at or below another. */
export function isWithin(path: string, place: string): boolean {
  return path === place || (path.startsWith(place) && /^[.[]/.test(path.slice(place.length)))
}

export function isQuery(value: unknown): value is Query {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; none where there is no list. */
export function objects(value: unknown): readonly Query[] {
  return Array.isArray(value) ? value.filter(isQuery) : []
}

export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** These parts of a question, as far as it has them. */
export function pick(query: Query, names: readonly string[]): Query {
  return Object.fromEntries(names.filter((name) => name in query).map((name) => [name, query[name]]))
}

export function without(query: Query, ...names: readonly string[]): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)))
}

/** Equal as JSON, fields in the same order. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  )
}

function fieldOf(value: unknown, step: string | number): unknown {
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined
  return isQuery(value) ? value[step] : undefined
}

/** Objects that say nothing any more go; the entries of a list stay where they are. */
function put(target: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value
  const inner = put(fieldOf(target, step), rest, value)
  if (typeof step === 'number') {
    const list = [...items(target)]
    list[step] = inner ?? (rest.length === 0 ? '' : {})
    return list
  }
  const before = isQuery(target) ? target : {}
  const after = isNothing(inner) ? without(before, step) : { ...before, [step]: inner }
  return Object.keys(after).length > 0 ? after : undefined
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
