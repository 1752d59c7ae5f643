import { expect, test } from 'vitest'
import { accountOf, isAsWanted, withoutTokens } from './account.ts'
import { platformName, platforms } from './platforms.ts'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('blank fields are not sent, blanks around the others are cut off', () => {
  expect(accountOf(form({ account_id: ' 7 ', access_token: 't ', handle: ' ', platform: 'x' }))).toEqual({
    account_id: '7',
    access_token: 't',
  })
})

test('an account whose tokens the network gives is sent without any', () => {
  expect(withoutTokens({ account_id: '7', access_token: 'a', refresh_token: 'r', handle: '@a' })).toEqual({
    account_id: '7',
    handle: '@a',
  })
})

test('an account is as wanted when all but its tokens is', () => {
  const account = {
    platform: 'x',
    account_id: '7',
    handle: null,
    base_url: null,
    page_id: null,
    page_urn: null,
    connected_at: '2026-03-01T00:00:00Z',
    status: 'reconnect',
    has_access_token: true,
    has_refresh_token: false,
  } as const
  expect(isAsWanted(account, { account_id: '7', access_token: 'new' })).toBe(true)
  expect(isAsWanted(account, { account_id: '8' })).toBe(false)
  expect(isAsWanted(account, { account_id: '7', handle: '@a' })).toBe(false)
})

test('there are ten platforms, and unknown ones keep their key', () => {
  expect(new Set(platforms.map(({ key }) => key)).size).toBe(10)
  expect(platformName('youtube')).toBe('YouTube')
  expect(platformName('myspace')).toBe('myspace')
})
