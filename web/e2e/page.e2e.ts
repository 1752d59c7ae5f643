import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, logIn, wide } from './browser.ts'
import { login } from './stub/dashboards.ts'
import { type Stub, type StubOptions, startStub } from './stub/server.ts'

// What only a stub can bring about: slow, failing and broken-off answers, a new server.
const now = new Date('2026-11-23T10:00:00Z')
const stubs: Stub[] = []
let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterEach(async () => {
  await Promise.all(stubs.splice(0).map((stub) => stub.close()))
})

afterAll(async () => {
  await browser?.close()
})

test('a new server asks for its first user, once', async () => {
  const { page, stub } = await visit({ empty: true })
  await page.goto(stub.url)
  await page.getByRole('heading', { name: 'Set up Facet' }).waitFor()
  await page.getByLabel('Organisation').fill('Acme')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('Email').fill(login.email)
  await page.getByLabel('Password', { exact: true }).fill(login.password)
  await page.getByLabel('Project').fill('Web')
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.waitForURL('**/dashboards')
  await page.goto(`${stub.url}/setup`)
  await page.waitForURL('**/dashboards')
})

test('the list is searched, and an empty project says how to begin', async () => {
  const { page, stub } = await visit()
  await logIn(page, stub.url, login.email, login.password)
  await page.getByLabel('Search dashboards').fill('soc')
  await page.getByRole('link', { name: 'Web shop' }).waitFor({ state: 'detached' })
  expect(await page.getByRole('list', { name: 'Dashboards' }).getByRole('link').allInnerTexts()).toEqual([
    'Social',
  ])
  await page.getByLabel('Search dashboards').fill('nothing like it')
  await page.getByText('No dashboard is called').waitFor()
  await page.getByLabel('Project').selectOption('Shop')
  await page.getByRole('region', { name: 'First steps' }).waitFor()
  expect(page.url()).toContain('project=2')
})

test('one failing chart says why, and hurts no other', async () => {
  const { page, errors } = await open()
  const failed = page.getByRole('region', { name: 'Refund rate' })
  expect(await failed.getByRole('alert').innerText()).toContain('The property "refund" is not a number.')
  expect(await page.locator('[role=img] svg').count()).toBe(7)
  expect(await page.getByRole('region', { name: 'Errors' }).innerText()).toContain('No data')
  expect(errors).toEqual([])
})

test('each chart appears when it is ready', async () => {
  const { page, stub } = await visit()
  await logIn(page, stub.url, login.email, login.password)
  // The stub makes this range slow: its first charts stand while the last are still awaited.
  await page.goto(`${stub.url}/p/1/dashboards/3?date_from=-12m`)
  await page.getByRole('group', { name: 'Visitors' }).waitFor()
  expect(await page.getByRole('status', { name: 'Loading Checkout' }).count()).toBe(1)
  await settled(page)
  expect(await page.getByRole('region', { name: 'Checkout' }).getByRole('listitem').count()).toBe(3)
})

test('a slow answer to an older question never covers a newer one', async () => {
  const { page, stub } = await open()
  await choose(page, 'Last 12 months')
  await choose(page, 'Last 7 days')
  await settled(page)
  const visitors = await page.getByRole('group', { name: 'Visitors' }).innerText()
  await page.waitForTimeout(2000)
  expect(await page.getByRole('group', { name: 'Visitors' }).innerText()).toBe(visitors)
  expect(stub.asked.at(-1)).toContain('date_from=-7d')
  await tableOf(page, 'Visitors and sign-ups')
  // Eight days of two series, and the heading.
  expect(await page.getByRole('region', { name: 'Visitors and sign-ups' }).getByRole('row').count()).toBe(17)
})

test('comparing adds the change, and the previous period to the table', async () => {
  const { page } = await open()
  await page.getByRole('switch', { name: 'Compare with the previous period' }).check()
  await page.getByText('+11.1%').waitFor()
  await settled(page)
  await tableOf(page, 'Orders')
  await page.getByRole('columnheader', { name: 'Period' }).first().waitFor()
})

test('the dashboard that was chosen opens after logging in, until it no longer is', async () => {
  const { page, stub } = await open()
  const choice = page.getByRole('button', { name: 'Open this dashboard after logging in' })
  await choice.click()
  await page.getByRole('button', { name: 'Open this dashboard after logging in', pressed: true }).waitFor()
  await page.context().clearCookies()
  await page.goto(stub.url)
  await page.getByLabel('Email').fill(login.email)
  await page.getByLabel('Password', { exact: true }).fill(login.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/p/1/dashboards/3')
  await choice.click()
  await page.getByRole('button', { name: 'Open this dashboard after logging in', pressed: false }).waitFor()
  await page.goto(stub.url)
  await page.waitForURL('**/dashboards')
})

test('a dashboard is looked at again by itself as often as it says, unless nobody looks', async () => {
  const { page, stub } = await open({ refresh: 1 })
  await expect.poll(() => stub.asked.length, { timeout: 10_000 }).toBeGreaterThan(2)
  expect(stub.asked.at(-1)).not.toContain('refresh=true')
  await settled(page)
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await settled(page)
  const hidden = stub.asked.length
  await page.waitForTimeout(2500)
  expect(stub.asked.length).toBeLessThanOrEqual(hidden + 1)
})

test('reloading asks for fresh numbers', async () => {
  const { page, stub } = await open()
  await page.getByRole('button', { name: 'Reload the data' }).click()
  await page.getByText('data position 184,213').waitFor()
  expect(stub.asked.at(-1)).toContain('refresh=true')
})

test.each([
  ['a server without event streams', { withoutStream: true }],
  ['a stream that breaks off', { breaksStream: true }],
])('%s is asked for plain JSON', async (_, options) => {
  const { page } = await open(options)
  expect(await page.locator('[role=img] svg').count()).toBe(7)
})

test('a part of the page that does not load leaves the other charts alone', async () => {
  const { page, stub } = await visit()
  await logIn(page, stub.url, login.email, login.password)
  await page.route('**/assets/TextView-*.js', (route) => route.abort())
  await page.goto(`${stub.url}/p/1/dashboards/3`)
  await settled(page)
  const text = page.getByRole('region', { name: 'About these numbers' })
  expect(await text.getByRole('alert').innerText()).toContain('The page cannot draw this.')
  expect(await page.locator('[role=img] svg').count()).toBe(7)
})

test('values and markers have names, and texts are drawn from Markdown', async () => {
  const { page } = await open()
  const pie = page.getByRole('region', { name: 'Browsers', exact: true })
  expect(await pie.innerText()).toContain('(none)')
  expect(await pie.innerText()).toContain('Other')
  const link = page.getByRole('link', { name: 'the data team' })
  expect(await link.getAttribute('rel')).toBe('noreferrer noopener')
})

test('a locked link opens with its password, for as long as the tab is open', async () => {
  const { page, stub } = await visit()
  await page.goto(`${stub.url}/shared/locked`)
  await page.getByLabel('Password', { exact: true }).fill('guess')
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByText('This is not the password.').waitFor()
  await page.getByLabel('Password', { exact: true }).fill('open sesame')
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByRole('heading', { name: 'Web shop', level: 1 }).waitFor()
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
  await page.reload()
  await settled(page)
  const other = await (await browser.newContext(wide)).newPage()
  await other.goto(`${stub.url}/shared/locked`)
  await other.getByRole('heading', { name: 'Protected page' }).waitFor()
})

test('everything is reached by keyboard', async () => {
  const { page } = await open()
  const range = page.getByRole('button', { name: /^Date range/ })
  await range.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**date_from=-7d*')
  expect(await range.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  expect(await range.getAttribute('aria-expanded')).toBe('false')
})

test('the login, the list and a dashboard meet WCAG 2.2 AA, light and dark', async () => {
  const stub = await startStub({ now })
  stubs.push(stub)
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser.newContext({ ...wide, colorScheme, reducedMotion: 'reduce' })).newPage()
    await page.goto(`${stub.url}/login`)
    await page.getByLabel('Email').waitFor()
    expect(await violations(page)).toEqual([])
    await logIn(page, stub.url, login.email, login.password)
    await page.getByRole('link', { name: 'Web shop' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(`${stub.url}/p/1/dashboards/3?compare=true`)
    await settled(page)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /^Date range/ }).click()
    expect(await violations(page)).toEqual([])
  }
})

test('a legend hides a series and shows it again', async () => {
  const { page } = await open()
  const chart = page.getByRole('img', { name: /^Visitors and sign-ups/ })
  const entry = page
    .getByRole('list', { name: 'Legend of Visitors and sign-ups' })
    .getByRole('button')
    .first()
  const before = await chart.locator('path').count()
  await entry.click()
  expect(await entry.getAttribute('aria-pressed')).toBe('false')
  await expect.poll(() => chart.locator('path').count()).toBeLessThan(before)
  await entry.click()
  await expect.poll(() => chart.locator('path').count()).toBe(before)
})

test('what shows values at the pointer is loaded when there is one', async () => {
  const { page, stub } = await visit()
  const tips: string[] = []
  page.on('request', (request) => request.url().includes('/tips-') && tips.push(request.url()))
  await logIn(page, stub.url, login.email, login.password)
  await page.goto(`${stub.url}/p/1/dashboards/3`)
  await settled(page)
  expect(tips).toEqual([])
  const chart = page.getByRole('img', { name: /^Visitors and sign-ups/ })
  await chart.hover()
  await chart.getByText(/2026/).waitFor()
  expect(tips).toHaveLength(1)
})

test('a session that ended elsewhere leads to the login and back', async () => {
  const { page } = await open()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Reload the data' }).click()
  await page.getByRole('heading', { name: 'Log in' }).waitFor()
  await page.getByLabel('Email').fill(login.email)
  await page.getByLabel('Password', { exact: true }).fill(login.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL('**/p/1/dashboards/3')
  await settled(page)
})

test('a dashboard that is not there says so', async () => {
  const { page, stub } = await visit()
  await logIn(page, stub.url, login.email, login.password)
  await page.goto(`${stub.url}/p/1/dashboards/999`)
  expect(await page.getByRole('alert').innerText()).toBe('There is no such dashboard.')
})

test('a dashboard loads nothing from other hosts, and less than 350 kB of script', async () => {
  const { page, stub } = await visit()
  const scripts: Promise<number>[] = []
  const hosts = new Set<string>()
  await logIn(page, stub.url, login.email, login.password)
  page.on('response', (response) => {
    hosts.add(new URL(response.url()).host)
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(`${stub.url}/p/1/dashboards/3`)
  await settled(page)
  const total = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0)
  console.log(`Script of the dashboard page: ${Math.round(total / 1000)} kB compressed`)
  expect(total).toBeLessThan(350_000)
  expect([...hosts]).toEqual([new URL(stub.url).host])
})

async function visit(options: StubOptions = {}) {
  const stub = await startStub({ now, ...options })
  stubs.push(stub)
  const page = await (await browser.newContext(wide)).newPage()
  return { page, stub, errors: complaints(page) }
}

async function open(options: StubOptions = {}) {
  const visited = await visit(options)
  await logIn(visited.page, visited.stub.url, login.email, login.password)
  await visited.page.getByRole('link', { name: 'Web shop' }).click()
  await settled(visited.page)
  return visited
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'As of' }).waitFor()
  await page
    .getByRole('status', { name: /^Loading/ })
    .first()
    .waitFor({ state: 'detached' })
}

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: /^Date range/ }).click()
  await page.getByRole('button', { name: label, exact: true }).click()
}

async function tableOf(page: Page, title: string): Promise<void> {
  await page
    .getByRole('button', { name: `Show ${title} as a table` })
    .first()
    .click()
}
