import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaints, launch, logIn, wide } from './browser.ts'
import { login } from './stub/dashboards.ts'
import { type Stub, startStub } from './stub/server.ts'

// The page in another language than its source's.
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

test('the page speaks the browser’s language, until another is chosen', async () => {
  const page = await (await browser.newContext({ ...wide, locale: 'de-AT' })).newPage()
  const errors = complaints(page)
  await page.goto(`${stub.url}/login?to=/dashboards`)
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await page.getByLabel('E-Mail').fill(login.email)
  await page.getByLabel('Passwort', { exact: true }).fill(login.password)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByText('Geändert am').first().waitFor()

  await page.getByRole('searchbox', { name: 'Dashboards durchsuchen' }).fill('sho')
  await page.getByRole('button', { name: /^Konto von/ }).click()
  await page.getByLabel('Sprache').selectOption('English')
  await page.getByRole('link', { name: 'Trash' }).waitFor()
  expect(await page.getByRole('searchbox', { name: 'Search dashboards' }).inputValue()).toBe('sho')
  expect(await page.getByLabel('Language').inputValue()).toBe('en')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')

  await page.reload()
  await page.getByRole('link', { name: 'Trash' }).waitFor()
  expect(errors).toEqual([])
})

test('a word is explained to the keyboard, until Escape', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  await logIn(page, stub.url, login.email, login.password)
  await page.goto(`${stub.url}/p/1/dashboards/3`)
  const help = page.getByRole('button', { name: 'What is “data position”?' })
  await help.waitFor()
  const meaning = page.getByText('How far into the recorded data these numbers reach.')
  expect(await meaning.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Reload the data' }).focus()
  await page.keyboard.press('Shift+Tab')
  await meaning.waitFor({ state: 'visible' })
  await page.keyboard.press('Escape')
  await meaning.waitFor({ state: 'hidden' })
  await help.hover()
  await meaning.waitFor({ state: 'visible' })
})

test('a language that does not load says so, and the page goes on in the one it has', async () => {
  const page = await (await browser.newContext(wide)).newPage()
  await page.route('**/assets/german-*.js', (route) => route.abort())
  await page.goto(`${stub.url}/login?to=/dashboards`)
  await page.getByLabel('Email').fill(login.email)
  await page.getByLabel('Password', { exact: true }).fill(login.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByLabel('Language').selectOption('Deutsch')
  await page.getByText('The language did not load.').waitFor()
  expect(await page.getByLabel('Language').inputValue()).toBe('en')
})
