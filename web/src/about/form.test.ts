import { expect, test } from 'vitest'
import { type AboutForm, bodyOf, changedFields, contested, merged, toggled } from './form.ts'

const before: AboutForm = {
  name: 'Visits',
  description: '',
  tags: ['a'],
  pinned: false,
  archived: false,
  visibility: 'shared',
  editors: 'everyone',
  placement: { scopes: [], segments: [], builders: [] },
  collaborators: [],
}

test('only what was changed is sent', () => {
  expect(bodyOf(before, before)).toEqual({})
  const now: AboutForm = { ...before, pinned: true, placement: { ...before.placement, scopes: ['home'] } }
  expect(bodyOf(before, now)).toEqual({
    pinned: true,
    placement: { scopes: ['home'], segments: [], builders: [] },
  })
})

test('another\u2019s change is kept where nothing was changed here', () => {
  const mine = { ...before, name: 'Mine' }
  const theirs = { ...before, description: 'Theirs' }
  expect(merged(before, mine, theirs)).toEqual({ ...before, name: 'Mine', description: 'Theirs' })
  expect(contested(before, mine, theirs)).toEqual([])
})

test('what both changed is told, unless they agree', () => {
  const mine = { ...before, name: 'Mine', pinned: true }
  const theirs = { ...before, name: 'Theirs', pinned: true }
  expect(contested(before, mine, theirs)).toEqual(['name'])
  expect(changedFields(theirs, merged(before, mine, theirs))).toEqual(['name'])
})

test('a value is put into a list once, and taken out again', () => {
  expect(toggled(['a'], 'b', true)).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'b', true)).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a', false)).toEqual(['b'])
})
