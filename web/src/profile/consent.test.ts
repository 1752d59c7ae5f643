import { expect, test } from 'vitest'
import { readConsent } from './consent.ts'

test('only what the server says of a return is read from the address', () => {
  expect(readConsent({ consent: 'denied', platform: 'x', more: '1' })).toEqual({
    consent: 'denied',
    platform: 'x',
  })
  expect(readConsent({ consent: 'Click here', platform: 'x' })).toEqual({})
  expect(readConsent({ consent: 'connected' })).toEqual({})
})
