import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'

// From an empty project to the visitor's own first event, on the server at FACET_URL. Without a server it is not run.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const live = test.skipIf(url === '')

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
})

live('the first event of an empty project is awaited, drawn, and kept as a dashboard', async () => {
  const { page, errors } = await emptyProject()
  const guide = page.getByRole('region', { name: 'First steps' })
  await guide.getByText('Waiting for the first event…').waitFor()
  expect(await violations(page)).toEqual([])

  await send(await guide.getByText('curl -X POST').innerText())
  await guide.getByText('“signed up” of user-1 has arrived').waitFor()
  const chart = guide.getByRole('img', { name: /^Events of the last 24 hours/ })
  await expect.poll(() => chart.getAttribute('aria-label')).toContain('values from 0 to 1')
  expect(await violations(page)).toEqual([])

  await send(await guide.getByText('curl -X POST').innerText())
  await expect
    .poll(() => chart.getAttribute('aria-label'), { timeout: 15_000 })
    .toContain('values from 0 to 2')

  await guide.getByRole('button', { name: 'Keep it as a dashboard' }).press('Enter')
  await page.getByRole('heading', { name: 'First events', level: 1 }).waitFor()
  await page.getByRole('cell', { name: 'signed up' }).waitFor()
  expect(errors).toEqual([])
})

live('the guide copies what is to be sent, and fits a narrow, dark screen', async () => {
  const { page } = await emptyProject()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy: From a command line' }).press('Enter')
  await page.getByRole('button', { name: 'Copied: From a command line' }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`${url}/capture/`)
  await page.setViewportSize(narrow.viewport ?? { width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(await violations(page)).toEqual([])
})

/** A new project of its own, and its list of dashboards. */
async function emptyProject() {
  const page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(15_000)
  const errors = complaints(page)
  await logIn(page, url, email, password)
  const made = await page.request.post(`${url}/facet/v1/projects`, {
    headers: { origin: url },
    data: { name: `Empty ${Date.now()}`, timezone: 'UTC', week_start: 'monday' },
  })
  const { id } = await made.json()
  await page.goto(`${url}/dashboards?project=${id}`)
  return { page, errors }
}

/** What the line would send, typed into a shell. */
async function send(line: string): Promise<void> {
  const [, to = ''] = /POST (\S+)/.exec(line) ?? []
  const [, body = ''] = /-d '(.*)'/s.exec(line) ?? []
  const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(answer.status).toBe(200)
}
