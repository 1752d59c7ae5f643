import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { complaints, launch, wide } from './browser.ts'
import { enter, live, type Made, make, nameOf, remove, url } from './live.ts'

// Files of what is on the screen, on the server at FACET_URL.
let browser: Browser
let page: Page
let made: Made | undefined

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  if (url === '') return
  page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(15_000)
  await enter(page)
})

afterEach(async () => {
  if (url === '') return
  await remove(page, made)
  made = undefined
})

afterAll(async () => {
  await browser?.close()
})

/** The name and the beginning of the file that a click saves. */
async function saved(name: string): Promise<{ name: string; start: string }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  const file = await waiting
  const start = (await readFile(await file.path())).subarray(0, 400).toString('latin1')
  return { name: file.suggestedFilename(), start }
}

live('a chart is saved as picture, drawing, rows and workbook', async () => {
  const errors = complaints(page)
  made = await make(page, nameOf('Files'))
  await page.goto(`${url}/p/1/dashboards/${made.id}`)
  await page.getByRole('button', { name: 'Save Numbers as a file' }).click()
  expect((await saved('Picture (PNG)')).start).toContain('PNG')
  expect((await saved('Drawing (SVG)')).start).toContain('<svg')
  const rows = await saved('Rows (CSV)')
  expect(rows.name).toMatch(/\.csv$/)
  expect(rows.start.toLowerCase()).toContain('n')
  expect(rows.start).not.toContain('Persons')
  expect((await saved('Workbook (XLSX)')).start.slice(0, 2)).toBe('PK')
  expect(errors).toEqual([])
})

live('a dashboard is saved as the reader looks at it, and a failure says why', async () => {
  made = await make(page, nameOf('Files'))
  await page.goto(`${url}/p/1/dashboards/${made.id}?date_from=-7d&compare=true`)
  const asked = page.waitForRequest((request) => request.url().includes('/export/pdf'))
  await page.getByRole('button', { name: 'Menu of the dashboard' }).click()
  expect((await saved('Pages (PDF)')).start).toMatch(/^%PDF/)
  expect((await asked).url()).toContain('date_from=-7d&compare=true')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Rows (CSV)' }).click()
  await page.getByRole('alert').getByText('There is no file: The server cannot be reached').waitFor()
  await page.context().setOffline(false)
  expect((await saved('Rows (CSV)')).start).toContain('Persons')
})
