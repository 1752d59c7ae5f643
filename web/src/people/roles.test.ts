import { expect, test } from 'vitest'
import { givenBy, manages } from './roles.ts'

test('nobody gives a role above their own', () => {
  expect(givenBy('admin')).toEqual(['viewer', 'editor', 'admin'])
  expect(givenBy('owner')).toContain('owner')
})

test('owners and admins manage', () => {
  expect([manages('owner'), manages('admin'), manages('editor'), manages('viewer')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
