import { expect, test } from 'vitest'
import type { Link } from '../api/links.ts'
import { formOf, isWhole, localTime, wishOf } from './wish.ts'

const link: Link = {
  id: 1,
  label: 'Board',
  token: 't',
  locked: true,
  settings: { theme: 'dark', visitorDates: true, legend: false },
  expires_at: new Date('2026-05-01T10:30:00').toISOString(),
  expired: false,
  created_at: '2026-03-01T00:00:00Z',
  created_by: null,
  used_at: null,
}

test('a new link is plain, and says only what is not as usual', () => {
  expect(wishOf(formOf())).toEqual({ label: '', settings: {}, expires_at: null })
})

test('a link that was not changed asks for nothing', () => {
  expect(wishOf(formOf(link), formOf(link))).toEqual({})
})

test('settings go as a whole once one of them is another', () => {
  const before = formOf(link)
  const form = { ...before, switches: { ...before.switches, visitorExport: true } }
  expect(wishOf(form, before)).toEqual({
    settings: { theme: 'dark', visitorDates: true, visitorExport: true, legend: false },
  })
})

test('a password is kept, changed, or taken away', () => {
  const before = formOf(link)
  expect(wishOf({ ...before, password: 'open sesame' }, before)).toEqual({ password: 'open sesame' })
  expect(wishOf({ ...before, locked: false }, before)).toEqual({ password: null })
  expect(wishOf({ ...formOf(), locked: true, password: 'open sesame' })).toMatchObject({
    password: 'open sesame',
  })
})

test('a lock without a password is not whole, unless there is one already', () => {
  expect(isWhole({ ...formOf(), locked: true })).toBe(false)
  expect(isWhole(formOf(link), formOf(link))).toBe(true)
})

test('an end is typed in the reader\u2019s zone and kept as an instant', () => {
  const until = '2026-05-01T10:30'
  expect(formOf(link).until).toBe(until)
  expect(localTime(link.expires_at ?? '')).toBe(until)
  expect(wishOf({ ...formOf(), until })).toMatchObject({ expires_at: link.expires_at })
  expect(wishOf({ ...formOf(link), until: '' }, formOf(link))).toEqual({ expires_at: null })
})
