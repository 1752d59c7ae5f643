import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The machine's own chromium; FACET_CHROMIUM names another. */
export function launch(): Promise<Browser> {
  const executablePath = process.env.FACET_CHROMIUM ?? paths.find((path) => existsSync(path))
  if (executablePath === undefined)
    throw new Error('No chromium found. Install it, or name it in FACET_CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export const wide: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' }
export const narrow: BrowserContextOptions = { viewport: { width: 390, height: 844 }, locale: 'en-GB' }

/** What the page complained about: failed scripts, broken policies, exceptions. */
export function complaints(page: Page): string[] {
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(error.message))
  page.on('console', (message) => {
    // A refused login is an answer, though the browser reports it as an error.
    if (message.type() === 'error' && !message.text().includes('status of 401')) seen.push(message.text())
  })
  return seen
}

/** Logs in and waits for the list of dashboards, whatever would open first. */
export async function logIn(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(`${url}/login?to=/dashboards`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { name: 'Dashboards', level: 1 }).waitFor()
}
