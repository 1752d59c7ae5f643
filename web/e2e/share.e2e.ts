import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, wide } from './browser.ts'
import { enter, live, type Made, make, nameOf, remove, url } from './live.ts'

// Public links, on the server at FACET_URL.
let browser: Browser
let page: Page
let made: Made | undefined
let errors: string[]

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  if (url === '') return
  page = await newPage()
  errors = complaints(page)
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

async function newPage(): Promise<Page> {
  const opened = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  opened.setDefaultTimeout(10_000)
  return opened
}

live('a link is made with a password, opens with it, and tells its visitor when it was revoked', async () => {
  made = await make(page, nameOf('Shared'))
  await page.goto(`${url}/p/1/dashboards/${made.id}`)
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog').first()
  await dialog.getByRole('button', { name: 'New link' }).click()
  await dialog.getByLabel('Label').fill('For the board')
  await dialog.getByText('Ask for a password').click()
  expect(await dialog.getByRole('button', { name: 'Make the link' }).isDisabled()).toBe(true)
  await dialog.getByLabel('Password', { exact: true }).fill('open sesame')
  await dialog.getByText('choose dates and compare').click()
  await dialog.getByText('save charts and tables as files').click()
  await dialog.getByLabel('Colours').selectOption('Dark')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = dialog.getByRole('listitem', { name: 'For the board' })
  await link.getByText('Never used').waitFor()
  expect(await violations(page)).toEqual([])
  const address = await link.getByLabel('Address').inputValue()

  const visitor = await newPage()
  const seen = complaints(visitor)
  await visitor.goto(address)
  await visitor.getByRole('textbox', { name: 'Password' }).fill('open sesame')
  await visitor.getByRole('button', { name: 'Open' }).click()
  await visitor.getByRole('heading', { name: made.name }).waitFor()
  expect(await visitor.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
  await visitor.getByRole('button', { name: /^Date range/ }).click()
  await visitor.getByRole('button', { name: 'Last 7 days' }).click()
  await visitor.waitForURL(/date_from=-7d/)
  await visitor.getByRole('button', { name: 'Save as a file' }).click()
  const saved = visitor.waitForEvent('download')
  await visitor.getByRole('button', { name: 'Rows (CSV)' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
  expect(seen).toEqual([])

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Share' }).click()
  await link.getByText(/^Last used/).waitFor()
  await link.getByRole('button', { name: 'Revoke' }).click()
  await page
    .getByRole('dialog', { name: 'Revoke “For the board”?' })
    .getByRole('button', { name: 'Revoke the link' })
    .click()
  await link.waitFor({ state: 'detached' })
  await visitor.reload()
  await visitor.getByText('This link was closed', { exact: true }).waitFor()
  expect(errors).toEqual([])
})

live('a link is embedded with a preview, and what was typed stays after a refusal', async () => {
  made = await make(page, nameOf('Embedded'))
  await page.goto(`${url}/p/1/dashboards/${made.id}`)
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog').first()
  await dialog.getByRole('button', { name: 'New link' }).click()
  await dialog.getByLabel('Label').fill('Over at once')
  await page.keyboard.press('Escape')
  await dialog.getByRole('alert').getByText('is not saved').waitFor()
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await dialog.getByLabel('Works until').fill('2020-01-01T10:00')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  await dialog.getByRole('alert').getByText('Give a time to come').waitFor()
  expect(await dialog.getByLabel('Label').inputValue()).toBe('Over at once')
  await dialog.getByLabel('Works until').fill('')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  await dialog.getByRole('button', { name: 'Embed' }).click()
  await dialog.getByLabel('Height in pixels').fill('420')
  const text = await dialog.getByLabel('For your page').inputValue()
  expect(text).toContain(`<iframe src="${url}/embedded/`)
  expect(text).toContain('height="420"')
  const preview = page.frameLocator('iframe')
  await preview.getByRole('heading', { name: made.name }).waitFor()
})
