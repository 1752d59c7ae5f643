import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'

// Files of rows, on the server at FACET_URL. Without a server it is not run.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const live = test.skipIf(url === '')
const mark = `e2e${Date.now()}`
const folder = mkdtempSync(join(tmpdir(), 'facet-imports-'))

let browser: Browser
let page: Page
let errors: string[]

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  if (url === '') return
  page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(20_000)
  errors = complaints(page)
  await logIn(page, url, email, password)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Import' }).click()
})

afterEach(async () => {
  if (url !== '') await page.context().close()
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

async function choose(dataset: string, name: string, text: string) {
  const file = join(folder, name)
  writeFileSync(file, text)
  await page.getByLabel('Dataset', { exact: true }).selectOption(dataset)
  await page.getByLabel('Drop a file here, or choose one').setInputFiles(file)
}

live(
  'a file is looked at, its columns are corrected, and what is refused is told with its line',
  async () => {
    const invoices = [
      'No;Client;Total;Currency;State',
      `${mark}-1;${mark};10.50;EUR;OPEN`,
      `${mark}-2;${mark};x;EUR;OPEN`,
      `${mark}-3;${mark};3;EUR;LATE`,
    ]
    await choose('invoices', `${mark}.csv`, invoices.join('\n'))
    await page.getByRole('alert').getByText('Nothing fills invoice_id').waitFor()
    const start = page.getByRole('button', { name: 'Import into invoices' })
    expect(await start.isDisabled()).toBe(true)
    await page.getByLabel('No fills').selectOption('invoice_id')
    const rows = page.getByRole('table', { name: 'First rows' })
    await rows.getByRole('cell', { name: '10.5', exact: true }).waitFor()
    expect(await rows.textContent()).toContain('"x" is no number')
    expect(await violations(page)).toEqual([])
    await start.click()

    await page.getByText(`${mark}.csv is in`).waitFor()
    const status = await page.getByRole('status').textContent()
    expect(status).toContain('1 accepted')
    expect(status).toContain('2 rejected')
    expect(status).toContain('1 with a warning')
    const faults = page.getByRole('table', { name: 'Rejected rows and warnings' })
    expect(await faults.getByRole('row').allTextContents()).toEqual([
      expect.stringContaining('Line'),
      expect.stringMatching(/^3amount.*no number/),
      expect.stringMatching(/^4status.*LATE/),
      expect.stringMatching(/^2customer_id.*There is no customer/),
    ])
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download report as CSV' }).click()
    const report = readFileSync(await (await download).path(), 'utf8')
    expect(report.split('\r\n')[1]).toMatch(/^rejected,3,amount,/)
    const earlier = page.getByRole('table', { name: 'Earlier imports' })
    await earlier.getByRole('row', { name: `${mark}.csv` }).waitFor()
    expect(errors.filter((error) => !error.includes('status of 400'))).toEqual([])
  },
)

live('a file longer than one request comes in parts, with lines counted through', async () => {
  const rows = Array.from({ length: 120_000 }, (_, i) => `${mark}-${i},"Company\n${i}",DE`)
  rows[110_000] = `,"no key",DE`
  await choose('customers', `${mark}-long.csv`, `customer_id,name,country\n${rows.join('\n')}\n`)
  await page.getByRole('button', { name: 'Import into customers' }).click()
  await page.getByText(`${mark}-long.csv is in`).waitFor({ timeout: 50_000 })
  expect(await page.getByRole('status').textContent()).toContain('119,999 accepted')
  const fault = page.getByRole('table', { name: 'Rejected rows and warnings' }).getByRole('row').nth(1)
  expect(await fault.textContent()).toMatch(/^220,002/)
  expect(errors).toEqual([])
})

live('a lost connection is said, and going on brings the rest in', async () => {
  await choose('customers', `${mark}-lost.csv`, `customer_id,name\n${mark}-lost,Lost\n`)
  const start = page.getByRole('button', { name: 'Import into customers' })
  await start.waitFor()
  await page.route('**/import?*', (route) => route.abort())
  await start.click()
  await page.getByRole('alert').getByText('The import was cut off.').waitFor()
  await page.unroute('**/import?*')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText(`${mark}-lost.csv is in`).waitFor()
  expect(await page.getByRole('status').textContent()).toContain('1 accepted')
})

live('the import fits a narrow screen', async () => {
  await choose('customers', `${mark}-narrow.csv`, `customer_id,name\n${mark}-n,${'Long '.repeat(40)}\n`)
  await page.getByRole('table', { name: 'First rows' }).waitFor()
  await page.setViewportSize(narrow.viewport ?? { width: 390, height: 844 })
  await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
})
