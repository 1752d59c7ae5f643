import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'
import { type Stub, startStub } from './stub/server.ts'

// One visit of an analyst, against the server at FACET_URL, or against the stub when there is none.
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
/** Absent: the first dashboard of the list that has a chart with a table behind it. */
const wanted = process.env.FACET_DASHBOARD

let stub: Stub | undefined
let url: string
let browser: Browser

beforeAll(async () => {
  stub = process.env.FACET_URL ? undefined : await startStub()
  url = (process.env.FACET_URL ?? stub?.url ?? '').replace(/\/$/, '')
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await stub?.close()
})

test('a stranger is led to the login, and back to where they wanted to go', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  await page.goto(`${url}/dashboards?q=zzz`)
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/dashboards?q=zzz')
})

test('a wrong password is answered with a sentence', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  await page.goto(`${url}/login`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not this one')
  await page.getByRole('button', { name: 'Log in' }).click()
  expect(await page.getByRole('alert').innerText()).not.toBe('')
  expect(new URL(page.url()).pathname).toBe('/login')
})

test('a dashboard opens from the list and draws its charts', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  const errors = complaints(page)
  await openDashboard(page)
  expect(await page.getByRole('status').filter({ hasText: 'As of' }).innerText()).toMatch(/data position/)
  expect(await page.locator('[role=img] svg path').count()).toBeGreaterThan(0)
  expect(errors).toEqual([])
})

test('another date range changes the URL and the numbers, and the back button undoes it', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  await openDashboard(page)
  await chooseRange(page, 'Last 7 days')
  const short = await tableTexts(page)
  await chooseRange(page, 'Last 90 days')
  expect(new URL(page.url()).searchParams.get('date_from')).toBe('-90d')
  expect(await tableTexts(page)).not.toEqual(short)
  await page.goBack()
  await page.waitForURL('**date_from=-7d*')
  await page.getByRole('button', { name: 'Date range: Last 7 days' }).waitFor()
  await settled(page)
  expect(await tableTexts(page)).toEqual(short)
})

test('an own range and the comparison are part of the URL and survive a reload', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  await openDashboard(page)
  await page.getByRole('button', { name: /^Date range/ }).click()
  await page.getByLabel('From', { exact: true }).fill('2026-03-01')
  await page.getByLabel('To', { exact: true }).fill('2026-02-01')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByText('The last day lies before the first.').waitFor()
  await page.getByLabel('To', { exact: true }).fill('2026-03-31')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL('**date_from=2026-03-01&date_to=2026-03-31*')
  await page.getByRole('switch', { name: 'Compare with the previous period' }).check()
  await page.waitForURL('**compare=true*')
  await page.reload()
  await settled(page)
  expect(await page.getByRole('switch', { name: 'Compare with the previous period' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: /Date range: 1 Mar 2026/ }).waitFor()
})

test('dark mode is chosen by hand and remembered', async () => {
  const page = await (await browser.newContext({ ...wide, colorScheme: 'light' })).newPage()
  await openDashboard(page)
  const light = await groundOf(page)
  await page.getByRole('button', { name: 'Switch to dark mode' }).click()
  expect(await groundOf(page)).not.toBe(light)
  await page.reload()
  await page.getByRole('button', { name: 'Switch to light mode' }).waitFor()
  expect(await groundOf(page)).not.toBe(light)
})

test('a narrow window has one column and scrolls only downwards', async () => {
  const page = await (await browser.newContext(narrow)).newPage()
  await openDashboard(page)
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(size[0]).toBeLessThanOrEqual(size[1] ?? 0)
  const lefts = await page
    .locator('[data-layout]')
    .evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().left)))
  expect(new Set(lefts).size).toBe(1)
})

test('a link shows the dashboard to people without an account', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  await openDashboard(page)
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  const token = await page.evaluate(async () => {
    const [, project, , id] = location.pathname.slice(1).split('/')
    const response = await fetch(`/api/projects/${project}/dashboards/${id}/sharing/`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ enabled: true }),
    })
    return String((await response.json()).access_token)
  })
  const visitor = await (await browser.newContext(wide)).newPage()
  const errors = complaints(visitor)
  for (const path of ['shared', 'embedded']) {
    await visitor.goto(`${url}/${path}/${token}`)
    await settled(visitor)
    expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe(name)
    expect(await visitor.locator('[role=img] svg path').count()).toBeGreaterThan(0)
    expect(await visitor.getByRole('button', { name: /^Date range/ }).count()).toBe(0)
  }
  expect(errors).toEqual([])
  await visitor.goto(`${url}/shared/no-such-link`)
  await visitor.getByText('This link shows nothing any more').waitFor()
})

test('after logging out the pages are closed', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  await logIn(page, url, email, password)
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  await page.goto(`${url}/dashboards`)
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
})

async function openDashboard(page: Page): Promise<void> {
  await logIn(page, url, email, password)
  const list = page.getByRole('list', { name: 'Dashboards' })
  await list.waitFor()
  if (wanted !== undefined) {
    await list.getByRole('link', { name: wanted, exact: true }).click()
    return settled(page)
  }
  const links = await list
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  for (const link of links) {
    await page.goto(`${url}${link}`)
    await settled(page)
    if ((await toggles(page).count()) > 0) return
  }
  throw new Error('No dashboard of the list has a chart with a table behind it; name one in FACET_DASHBOARD')
}

/** Waits until the numbers on the screen answer the question in the URL, and are drawn. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'As of' }).waitFor()
  await page.locator('section[aria-busy=true]').first().waitFor({ state: 'detached' })
  await page
    .getByRole('status', { name: /^Loading/ })
    .first()
    .waitFor({ state: 'detached' })
}

async function chooseRange(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: /^Date range/ }).click()
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.getByRole('button', { name: `Date range: ${label}` }).waitFor()
  await settled(page)
}

function toggles(page: Page) {
  return page.getByRole('button', { name: /^Show .* as a table$/ })
}

/** The texts of the tables behind all charts, which are the numbers drawn. */
async function tableTexts(page: Page): Promise<string[]> {
  for (const toggle of await toggles(page).all()) {
    if ((await toggle.getAttribute('aria-pressed')) === 'false') await toggle.click()
    // What draws tables is loaded with the first of them.
    await toggle.locator('xpath=ancestor::section[@aria-busy][1]').getByRole('table').first().waitFor()
  }
  return page.getByRole('table').allInnerTexts()
}

function groundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
}
