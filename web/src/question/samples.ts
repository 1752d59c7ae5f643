import { chosen, type Field } from './field.ts'
import { allFields, begun } from './kinds.ts'
import { type Query, read, write } from './query.ts'

// Questions as people make them: any field of the form set to anything it allows, in any order. For tests.

/** Numbers that look random and come again with the same seed (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

type Dice = ReturnType<typeof dice>

function some<T>(list: readonly T[], roll: Dice): T {
  const found = list[roll(list.length)]
  if (found === undefined) throw new Error('Nothing to choose from.')
  return found
}

/** The question after one field was set to something. */
export function touched(query: Query, field: Field, roll: Dice): Query {
  switch (field.as) {
    case 'choice': {
      const options = 'of' in field.options ? ['1', '7'] : field.options.map(({ value }) => value)
      return options.length === 0 ? query : chosen(query, field, some(options, roll))
    }
    case 'text':
      return chosen(query, field, some(['plan', '$browser', 'ä ö', ''], roll))
    case 'operator':
      return write(query, field.at, some(['exact', 'gt', 'between', 'is_set'], roll))
    case 'code':
      return write(query, field.at, 'select 1')
    case 'number':
      return write(query, field.at, (field.min ?? 0) + roll(5))
    case 'flag':
      return write(query, field.at, roll(2) === 0 || undefined)
    case 'dates':
      return write(query, `${field.at}.date_from`, some(['-7d', '2026-01-01', ''], roll))
    case 'values':
    case 'some':
      return write(query, field.at, ['a', 'b,c'].slice(0, roll(3)))
    case 'list': {
      const before = read(query, field.at)
      const list = Array.isArray(before) ? before : []
      const isFull = list.length >= (field.most ?? 100)
      return isFull ? query : write(query, field.at, [...list, field.fresh(list)])
    }
    case 'filter': {
      const group = { type: 'OR', values: [field.fresh, { type: 'AND', values: [field.fresh, field.fresh] }] }
      return write(query, field.at, some([[field.fresh], [field.fresh, group], group], roll))
    }
  }
}

/** A question of a kind after somebody touched some fields of its form. */
export function made(kind: string, roll: Dice): Query {
  let query = begun(kind, {})
  for (let step = 0; step < 14; step++) query = touched(query, some(allFields(query), roll), roll)
  return query
}
