import { expect, test } from 'vitest'
import type { DefinitionKind } from '../api/definitions.ts'
import { chosen, type Field, fieldAt, fieldsOf } from '../question/field.ts'
import { type Query, read, write } from '../question/query.ts'
import { dice, touched } from '../question/samples.ts'
import { begun, formOf } from './forms.ts'

const kinds: readonly DefinitionKind[] = ['actions', 'cohorts']

function all(kind: DefinitionKind, draft: Query): readonly Field[] {
  return fieldsOf(formOf(kind, draft, true), draft)
}

test.each(kinds)('%s: writing what each field reads leaves the definition as it is', (kind) => {
  for (let seed = 1; seed <= 30; seed++) {
    const roll = dice(seed)
    let draft = begun(kind)
    for (let step = 0; step < 12; step++) {
      const fields = all(kind, draft)
      const field = fields[roll(fields.length)]
      if (field !== undefined) draft = touched(draft, field, roll)
    }
    for (const { at } of all(kind, draft)) expect(write(draft, at, read(draft, at))).toBe(draft)
  }
})

const visited = {
  type: 'behavioral',
  value: 'performed_event',
  event_type: 'events',
  key: 'visit',
  time_value: 30,
  time_interval: 'day',
}
const cohort = { name: 'Visitors', filters: { properties: [visited] } }
const criterion = 'filters.properties[0]'

function choose(draft: Query, at: string, value: string): Query {
  const field = all('cohorts', draft).find((one) => one.at === at)
  if (field?.as !== 'choice') throw new Error(`No choice at ${at}`)
  return chosen(draft, field, value)
}

test('a behaviour has what it needs, and nothing that only another one had', () => {
  const often = choose(cohort, `${criterion}.value`, 'performed_event_multiple')
  expect(read(often, criterion)).toEqual({
    ...visited,
    value: 'performed_event_multiple',
    operator: 'gte',
    operator_value: 2,
  })
  const stopped = choose(often, `${criterion}.value`, 'stopped_performing_event')
  expect(read(stopped, criterion)).toEqual({
    ...visited,
    value: 'stopped_performing_event',
    seq_time_value: 7,
    seq_time_interval: 'day',
  })
  expect(read(choose(stopped, `${criterion}.value`, 'performed_event'), criterion)).toEqual(visited)
})

test('an action in the place of an event is to be chosen anew', () => {
  const action = choose(cohort, `${criterion}.event_type`, 'actions')
  expect(read(action, `${criterion}.key`)).toBeUndefined()
  expect(read(choose(action, `${criterion}.key`, '7'), `${criterion}.key`)).toBe(7)
})

test('a list of persons has no rule', () => {
  const list = { name: 'Friends', is_static: true }
  expect(all('cohorts', list).map(({ at }) => at)).toEqual([
    'name',
    'description',
    'is_static',
    'distinct_ids',
  ])
})

test('a mistake of the server is found at its field', () => {
  const action = { name: 'A', steps: [{ event: 'x' }, { url: '(', url_matching: 'regex' }] }
  expect(fieldAt(all('actions', action), 'steps[1].url')?.at).toBe('steps[1].url')
  expect(fieldAt(all('cohorts', cohort), `${criterion}.time_interval`)?.at).toBe(`${criterion}.time_interval`)
})
