import { expect, test } from 'vitest'
import { variablesOf, withVariable } from './variables.ts'

const own = { a1: { code_name: 'plan', value: 'free' }, b2: { code_name: 'seats', value: 3 }, c3: {} }

test('the value in the address counts before that of the dashboard', () => {
  expect(variablesOf(own, undefined)).toEqual([
    { name: 'plan', value: 'free' },
    { name: 'seats', value: '3' },
  ])
  expect(variablesOf(own, '{"plan":"pro"}')[0]).toEqual({ name: 'plan', value: 'pro' })
  expect(variablesOf(own, '[')[0]?.value).toBe('free')
  expect(variablesOf(undefined, undefined)).toEqual([])
})

test('an empty value leaves it to the dashboard', () => {
  const one = withVariable(undefined, { name: 'plan', value: 'pro' })
  expect(one).toBe('{"plan":"pro"}')
  expect(withVariable(one, { name: 'seats', value: '5' })).toBe('{"plan":"pro","seats":"5"}')
  expect(withVariable(one, { name: 'plan', value: '' })).toBeUndefined()
})
