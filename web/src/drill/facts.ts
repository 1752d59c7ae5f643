import type { Cell, Column, Row } from '../api/answers.ts'
import { numberOf, valueName } from '../chart/cell.ts'

export interface Fact {
  readonly name: string
  readonly text: string
}

/** A person of the list: what to call them, and all that is known. */
export function personOf(columns: readonly Column[], row: Row) {
  const cell = reader(columns, row)
  const person = Object(cell('person')) as Readonly<Record<string, Cell>>
  const ids = Array.isArray(person.distinct_ids) ? person.distinct_ids.map(String) : []
  const whole = {
    id: person.group_key ?? person.id ?? null,
    distinct_ids: ids.join(', '),
    created_at: person.created_at ?? null,
  }
  return {
    name: valueName(cell('name')),
    events: numberOf(cell('events')) ?? 0,
    facts: [...factsOf(person.properties), ...factsOf(whole)],
  }
}

export function eventOf(columns: readonly Column[], row: Row) {
  const cell = reader(columns, row)
  const { display_name } = Object(cell('person')) as Readonly<Record<string, Cell>>
  return {
    time: String(cell('timestamp')),
    event: valueName(cell('event')),
    person: valueName(display_name ?? null),
    properties: cell('properties'),
  }
}

/** The fields of an object, those that have a value. */
export function factsOf(object: unknown): Fact[] {
  return Object.entries(Object(parsed(object)) as Readonly<Record<string, Cell>>)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ({ name, text: typeof value === 'string' ? value : valueName(value) }))
    .sort((one, other) => Number(one.name.startsWith('$')) - Number(other.name.startsWith('$')))
}

/** SQL gives objects as their text. */
function parsed(object: unknown): unknown {
  if (typeof object !== 'string') return object
  try {
    return JSON.parse(object)
  } catch {
    return null
  }
}

function reader(columns: readonly Column[], row: Row) {
  return (name: string): Cell => row[columns.findIndex((column) => column.name === name)] ?? null
}
