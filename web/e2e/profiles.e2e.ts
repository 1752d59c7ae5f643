import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'

// Profiles, on the server at FACET_URL. Without a server it is not run.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const live = test.skipIf(url === '')
const username = `browser-${Date.now()}`
const path = `${url}/facet/v1/projects/1/profiles/${username}`

let browser: Browser
let page: Page
let errors: string[]

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  if (url === '') return
  page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(10_000)
  errors = complaints(page)
  await logIn(page, url, email, password)
})

afterEach(async () => {
  if (url === '') return
  await page.request.delete(path, { headers: { origin: url } })
  await page.context().close()
})

afterAll(() => browser.close())

async function makeProfile() {
  await page.goto(`${url}/p/1/profiles`)
  await page.getByLabel('Name in addresses and reports').fill(username)
  await page.getByLabel('Name for people').fill('Browser & Sons')
  await page.getByRole('button', { name: 'Add profile' }).click()
  await page.getByRole('heading', { name: 'Browser & Sons' }).waitFor()
}

async function connect(network: string, id: string, token: string) {
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await page.getByLabel('Network', { exact: true }).selectOption(network)
  await page.getByLabel('Account id').fill(id)
  await page.getByRole('textbox', { name: 'Access token' }).fill(token)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
}

live('a profile is made, connected, shown in the list and disconnected', async () => {
  await makeProfile()
  await connect('youtube', 'UC1', 'a-secret-token')
  const account = page.getByRole('list', { name: 'Accounts' }).getByRole('listitem')
  await account.waitFor()
  expect(await account.textContent()).toContain('YouTube UC1')
  expect(await page.content()).not.toContain('a-secret-token')
  await page.getByRole('main').getByRole('link', { name: 'Profiles' }).click()
  const item = page.getByRole('listitem').filter({ hasText: username }).filter({ hasText: 'YouTube' })
  await item.waitFor()
  await item.getByRole('link').click()
  await page.getByRole('button', { name: 'Disconnect YouTube' }).click()
  await page.getByRole('button', { name: 'Disconnect YouTube now' }).click()
  await page.getByText('No network is connected yet.').waitFor()
  expect(errors).toEqual([])
})

live('what is wrong with a connection is said in the form, which stays', async () => {
  await makeProfile()
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await page.getByLabel('Network', { exact: true }).selectOption('facebook')
  await page.getByLabel('Page').fill('7')
  await page.getByLabel('Account id').fill('7')
  await page.getByLabel('Address in place').fill('http://10.0.0.1')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  expect(await page.getByRole('alert').textContent()).toContain('base_url')
  expect(await page.getByLabel('Account id').inputValue()).toBe('7')
})

live('what came of going to a network is said, until it is closed', async () => {
  await makeProfile()
  await page.goto(`${url}/p/1/profiles/${username}?consent=denied&platform=youtube`)
  await page.getByRole('alert').getByText('YouTube is not connected: leave was not given.').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.waitForURL(`${url}/p/1/profiles/${username}`)
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(errors).toEqual([])
})

live(
  'an account that is connected anew keeps what it had in the form, and its token when the network asks nobody',
  async () => {
    await makeProfile()
    await connect('youtube', 'UC1', 'a-secret-token')
    await page.getByRole('button', { name: 'Reconnect YouTube' }).click()
    expect(await page.getByLabel('Account id').inputValue()).toBe('UC1')
    await page.getByRole('button', { name: 'Log in at YouTube' }).click()
    await page.getByRole('alert').getByText('client_id').waitFor()
    const account = await page.request.get(`${path}/accounts/youtube`)
    expect(await account.json()).toMatchObject({ has_access_token: true })
  },
)

live('a profile is deleted once that is meant, and gone from the list', async () => {
  await makeProfile()
  await page.getByRole('button', { name: 'Delete profile' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete profile' }).click()
  await page.waitForURL(`${url}/p/1/profiles`)
  await page.getByRole('heading', { name: 'Profiles' }).waitFor()
  await page.getByText('Browser & Sons').waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})

live('a profile fits a narrow screen', async () => {
  await makeProfile()
  await connect('bluesky', 'did:plc:browser', '')
  await page.getByRole('list', { name: 'Accounts' }).waitFor()
  await page.setViewportSize(narrow.viewport ?? { width: 390, height: 844 })
  await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(errors).toEqual([])
})
