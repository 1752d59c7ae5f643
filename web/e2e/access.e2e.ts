import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launch, logIn, wide } from './browser.ts'
import { login } from './stub/dashboards.ts'
import { type Stub, startStub } from './stub/server.ts'

// Each screen that no other test looks at, against WCAG 2.2 AA, light and dark, on the stub or on the server at FACET_URL.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? login.email
const password = process.env.FACET_PASSWORD ?? login.password
const live = test.skipIf(url === '')
const schemes = ['light', 'dark'] as const

let browser: Browser
let stub: Stub

beforeAll(async () => {
  browser = await launch()
  stub = await startStub({ now: new Date('2026-11-23T10:00:00Z') })
})

afterAll(async () => {
  await browser?.close()
  await stub?.close()
})

test('what a link shows is for everybody', async () => {
  await inBoth(async (page) => {
    await page.goto(`${stub.url}/shared/web-shop`)
    await settled(page)
    expect(await violations(page)).toEqual([])
    await page.goto(`${stub.url}/shared/locked`)
    await page.getByRole('heading', { name: 'Protected page' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(`${stub.url}/shared/gone`)
    await page.getByRole('alert').waitFor()
    expect(await violations(page)).toEqual([])
  })
})

test('charts of data set trees are for everybody', async () => {
  await inBoth(async (page) => {
    await logIn(page, stub.url, login.email, login.password)
    await page.goto(`${stub.url}/p/1/dashboards/6`)
    await settled(page)
    expect(await violations(page)).toEqual([])
  })
})

test('behind every chart stands its table', async () => {
  const page = await open({})
  await logIn(page, stub.url, login.email, login.password)
  const seen: string[] = []
  for (const dashboard of [3, 4, 5, 6]) {
    await page.goto(`${stub.url}/p/1/dashboards/${dashboard}`)
    await settled(page)
    const toggles = page.getByRole('button', { name: /^Show .* as a table$/ })
    const names = await toggles.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
    for (const name of new Set(names)) seen.push(...(await tabled(page, name)))
  }
  expect(seen.length).toBeGreaterThan(15)
})

/** Shows each chart of this name as a table, by keyboard. */
async function tabled(page: Page, name: string): Promise<string[]> {
  const toggles = await page.getByRole('button', { name, exact: true }).all()
  for (const toggle of toggles) {
    await toggle.press('Enter')
    const table = toggle.locator('xpath=ancestor::section[1]').getByRole('table')
    await table.waitFor()
    expect(await table.getByRole('row').count(), name).toBeGreaterThan(1)
  }
  return toggles.map(() => name)
}

test('nothing moves for readers who asked for less motion', async () => {
  const page = await open({})
  await logIn(page, stub.url, login.email, login.password)
  await page.goto(`${stub.url}/p/1/dashboards/3`)
  await settled(page)
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  )
  expect(moving).toBe(0)
})

test('an address where nothing is leads home', async () => {
  await inBoth(async (page) => {
    await page.goto(`${stub.url}/no/such/page`)
    await page.getByText('There is nothing at this address').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.getByRole('link', { name: 'Facet' }).getAttribute('href')).toBe('/')
  })
})

live('profiles and settings are for everybody', async () => {
  await inBoth(async (page) => {
    await logIn(page, url, email, password)
    await page.getByRole('link', { name: 'Profiles' }).click()
    await page.getByRole('button', { name: 'Add profile' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('banner').getByRole('link', { name: 'Settings' }).click()
    const parts = page.getByRole('navigation', { name: 'Settings' }).getByRole('link')
    await parts.first().waitFor()
    for (const name of await parts.allInnerTexts()) {
      await parts.filter({ hasText: name }).click()
      await page.getByRole('status').filter({ hasText: 'Loading…' }).first().waitFor({ state: 'detached' })
      expect(await violations(page), name).toEqual([])
    }
  })
})

live('the dialogs of the editor are for everybody', async () => {
  const made = await open({})
  await logIn(made, url, email, password)
  const { id } = await makeDashboard(made)
  const address = `${url}/p/1/dashboards/${id}?edit=true`
  await inBoth(async (page) => {
    await logIn(page, url, email, password)
    await page.goto(address)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'As JSON' }).click()
    const json = page.getByRole('dialog', { name: 'The dashboard as JSON' })
    await json.getByRole('textbox').waitFor()
    expect(await violations(page)).toEqual([])
    await json.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'History' }).click()
    await page.getByRole('dialog', { name: 'History' }).getByRole('listitem').first().waitFor()
    expect(await violations(page)).toEqual([])
  })
  await made.request.delete(`${url}/facet/v1/projects/1/dashboards/${id}`, { headers: { origin: url } })
})

async function makeDashboard(page: Page): Promise<{ id: number }> {
  const charts = [{ title: 'One', type: 'table', query: { kind: 'HogQLQuery', query: 'select 1 as one' } }]
  const answer = await page.request.post(`${url}/facet/v1/projects/1/dashboards`, {
    headers: { origin: url },
    data: { name: 'For everybody', sections: [{ title: '', cards: [{ x: 0, y: 0, w: 6, h: 4, charts }] }] },
  })
  return answer.json()
}

async function inBoth(look: (page: Page) => Promise<void>): Promise<void> {
  for (const colorScheme of schemes) {
    const page = await open({ colorScheme })
    await look(page)
    await page.context().close()
  }
}

async function open(options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce', ...options })).newPage()
  page.setDefaultTimeout(15_000)
  return page
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'As of' }).waitFor()
  await page
    .getByRole('status', { name: /^Loading/ })
    .first()
    .waitFor({ state: 'detached' })
}
