import { expect, test } from 'vitest'
import { scopesOf } from './scopes.ts'

test('a choice of leave is what was given, as keys name it', () => {
  expect(scopesOf({ dashboard: 'read', query: '', project: 'write' })).toEqual([
    'dashboard:read',
    'project:write',
  ])
})
