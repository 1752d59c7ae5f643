import { expect, test } from 'vitest'
import { eventOf, factsOf, personOf } from './facts.ts'

test('a person has a name, a number of events, and all that is known', () => {
  const columns = [
    { name: 'person', type: 'object' as const },
    { name: 'name', type: 'text' as const },
    { name: 'events', type: 'integer' as const },
  ]
  const person = {
    id: 'u1',
    distinct_ids: ['a', 'b'],
    properties: { $os: 'Mac', plan: 'pro' },
    created_at: null,
  }
  expect(personOf(columns, [person, 'Ann', 3])).toEqual({
    name: 'Ann',
    events: 3,
    facts: [
      { name: 'plan', text: 'pro' },
      { name: '$os', text: 'Mac' },
      { name: 'id', text: 'u1' },
      { name: 'distinct_ids', text: 'a, b' },
    ],
  })
})

test('properties of events may come as the text of an object', () => {
  const columns = ['timestamp', 'event', 'person', 'properties'].map((name) => ({
    name,
    type: 'text' as const,
  }))
  const event = eventOf(columns, [
    '2026-03-01T00:00:00Z',
    'pay',
    { display_name: 'Ann' },
    '{"plan":"pro","n":2}',
  ])
  expect(event).toMatchObject({ event: 'pay', person: 'Ann' })
  expect(factsOf(event.properties)).toEqual([
    { name: 'plan', text: 'pro' },
    { name: 'n', text: '2' },
  ])
  expect(factsOf('no object')).toEqual([])
})
