import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'
import { login } from './stub/dashboards.ts'
import { type Stub, startStub } from './stub/server.ts'

// Charts of data set trees, and filters that readers set.
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

test('every type of chart is drawn', async () => {
  const { page, errors } = await open()
  expect(await page.locator('[role=img] svg').count()).toBe(9)
  expect(await page.getByRole('group', { name: 'User points' }).innerText()).toBe('99,999')
  expect(await page.getByRole('region', { name: 'With an e-mail address' }).innerText()).toContain('42.17%')
  const alert = page.getByRole('region', { name: 'Not a list' }).getByRole('alert')
  expect(await alert.innerText()).toContain('The data set is a single number')
  expect(await page.getByRole('region', { name: 'Nobody' }).innerText()).toContain('No data')
  expect(await page.getByRole('region', { name: 'Broken ratio' }).getByRole('alert').count()).toBe(1)
  expect(await page.getByRole('table', { name: 'Some people' }).innerText()).toContain('[{"gender":"f"}]')
  expect(errors).toEqual([])
})

test('names in the data are text, in drawings and in tooltips', async () => {
  const { page } = await open()
  const chart = page.getByRole('img', { name: /^Devices by channel/ })
  await chart.scrollIntoViewIfNeeded()
  expect(await chart.locator('text').allTextContents()).toContain('<b>Call</b> centre')
  const box = await chart.boundingBox()
  if (box === null) throw new Error('The chart is not in sight')
  await page.mouse.move(box.x + box.width - 60, box.y + box.height / 2)
  await chart.getByText('mobile: 840').waitFor()
  expect(await chart.getByText('mobile: 840').innerText()).toContain('<b>Call</b> centre\nmobile: 840')
})

test('a pie is opened by keyboard, and Back leads out again', async () => {
  const { page } = await open()
  const pie = page.getByRole('region', { name: 'Channels', exact: true })
  await pie.getByRole('button', { name: 'Open App' }).focus()
  await page.keyboard.press('Enter')
  await pie.getByRole('group', { name: 'Channels, App' }).waitFor()
  expect(await pie.getByRole('list', { name: 'Legend of Channels' }).innerText()).toContain('mobile')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await pie.getByRole('button', { name: 'Open App' }).waitFor({ state: 'attached' })
  expect(await pie.getByRole('button', { name: 'Back' }).count()).toBe(0)
})

test('a bar is opened by a click', async () => {
  const { page } = await open()
  const bars = page.getByRole('region', { name: 'Look into channels' })
  const box = await bars.getByRole('img').first().boundingBox()
  if (box === null) throw new Error('The chart is not in sight')
  await page.mouse.click(box.x + box.width / 2, box.y + 30)
  await bars.getByRole('button', { name: 'Back' }).waitFor()
  expect(await bars.getByRole('img').first().getAttribute('aria-label')).toContain('mobile to tablet')
})

test('a table is sorted by its headings, and its rows open', async () => {
  const { page } = await open()
  const table = page.getByRole('table', { name: 'Channels as rows' })
  await table.getByRole('button', { name: 'count' }).click()
  await table.getByRole('button', { name: 'count' }).click()
  expect(await table.getByRole('columnheader', { name: 'count' }).getAttribute('aria-sort')).toBe('ascending')
  expect(await table.getByRole('row').nth(1).innerText()).toContain('<b>Call</b> centre')
  await table.getByRole('button', { name: 'Website' }).click()
  expect(await table.getByRole('row').nth(1).innerText()).toContain('mobile')
  await page
    .getByRole('region', { name: 'Channels as rows', exact: true })
    .getByRole('button', { name: 'Back' })
    .click()
  await table.getByRole('button', { name: 'Website' }).waitFor()
})

test('behind a chart stands its table, with what its numbers were computed from', async () => {
  const { page } = await open()
  await page.getByRole('button', { name: 'Show New or known as a table' }).click()
  const table = page.getByRole('table', { name: 'New or known' })
  expect(await table.getByRole('row').allInnerTexts()).toContain('new\t62.5\t12,500')
})

test('filters count once applied, and are part of the URL', async () => {
  const { page, stub } = await open()
  await page.getByRole('button', { name: 'Channels: any' }).click()
  await page.getByLabel('App', { exact: true }).check()
  await page.getByLabel('Store', { exact: true }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Channels: 2 chosen' }).waitFor()
  await page.getByRole('button', { name: 'Country: any' }).click()
  await page.getByLabel('FR', { exact: true }).check()
  await page.getByLabel('DE', { exact: true }).check()
  expect(stub.asked).toHaveLength(1)
  await page.getByRole('button', { name: 'Apply' }).click()
  await settled(page)
  const chosen = { CHANNELS: ['34', '56'], country: ['DE'] }
  expect(JSON.parse(new URL(page.url()).searchParams.get('filters') ?? '')).toEqual(chosen)
  const asked = new URL(stub.asked.at(-1) ?? '', stub.url)
  expect(JSON.parse(asked.searchParams.get('filters') ?? '')).toEqual(chosen)
  await page.reload()
  await page.getByRole('button', { name: 'Country: DE' }).waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByRole('button', { name: 'Country: any' }).waitFor()
  expect(page.url()).not.toContain('filters')
})

test('what was picked and not applied gives way to the back button', async () => {
  const { page } = await open()
  await page.getByRole('button', { name: 'Country: any' }).click()
  await page.getByLabel('FR', { exact: true }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL('**filters=*')
  await page.goBack()
  await page.getByRole('button', { name: 'Country: any' }).waitFor()
  expect(await page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true)
})

test('a narrow window shows the same, one below the other', async () => {
  const { page, errors } = await open(narrow)
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(size[0]).toBeLessThanOrEqual(size[1] ?? 0)
  expect(await page.locator('[role=img] svg').count()).toBe(9)
  expect(errors).toEqual([])
})

async function open(window = wide) {
  const stub = await startStub({ now })
  stubs.push(stub)
  const page = await (await browser.newContext(window)).newPage()
  const errors = complaints(page)
  await logIn(page, stub.url, login.email, login.password)
  await page.getByRole('link', { name: 'Audience' }).click()
  await settled(page)
  return { page, stub, errors }
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'As of' }).waitFor()
  await page
    .getByRole('status', { name: /^Loading/ })
    .first()
    .waitFor({ state: 'detached' })
}
