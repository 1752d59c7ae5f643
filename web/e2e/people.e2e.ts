import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'

// People, keys and the audit, on the server at FACET_URL. Without a server it is not run.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const live = test.skipIf(url === '')
const mark = `e2e${Date.now()}`

let browser: Browser
let page: Page
let errors: string[]

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  if (url === '') return
  page = await freshPage()
  errors = complaints(page)
  await logIn(page, url, email, password)
})

afterEach(async () => {
  if (url !== '') await page.context().close()
})

afterAll(() => browser.close())

async function freshPage(): Promise<Page> {
  const opened = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  opened.setDefaultTimeout(15_000)
  return opened
}

async function open(tab: string) {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: tab }).click()
}

/** Invites somebody; gives the link that is shown once. */
async function invite(name: string, role: string): Promise<string> {
  await open('People')
  const form = page.getByRole('form', { name: 'Invite somebody' })
  await form.getByLabel('Email').fill(`${name}@example.com`)
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Role').selectOption(role)
  await form.getByRole('button', { name: 'Invite' }).click()
  return page.getByLabel(`Link for ${name}`).inputValue()
}

/** Chooses a password by the link, as the one it was made for. */
async function welcome(link: string): Promise<Page> {
  const theirs = await freshPage()
  await theirs.goto(link)
  await theirs.getByLabel('Password', { exact: true }).fill(password)
  await theirs.getByRole('button', { name: 'Choose and log in' }).click()
  await theirs.getByRole('navigation', { name: 'Main' }).waitFor()
  return theirs
}

live('somebody is invited, chooses a password, gets another role, and is put out', async () => {
  const name = `${mark}-ivy`
  const link = await invite(name, 'viewer')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Done' }).click()
  expect(await page.content()).not.toContain(link.split('#')[1])

  const theirs = await welcome(link)
  expect(await theirs.getByRole('link', { name: 'Settings' }).count()).toBe(0)
  await theirs.goto(`${url}/p/1/settings/people`)
  await theirs.getByText('Settings are for those who may edit').waitFor()

  await page.getByLabel(`Role of ${name}`).selectOption('editor')
  const item = page.getByRole('listitem').filter({ hasText: `${name}@example.com` })
  await item.getByRole('button', { name: `More about ${name}` }).click()
  await item.getByRole('button', { name: 'Deactivate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
  await item.getByText('inactive').waitFor()
  await theirs.goto(`${url}/dashboards`)
  await theirs.getByRole('button', { name: 'Log in' }).waitFor()
  await theirs.goto(link)
  await theirs.getByText('This link was used before').waitFor()
  await theirs.context().close()

  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Audit' }).click()
  await page.getByLabel('What', { exact: true }).selectOption('user_changed')
  const rows = page.getByRole('table', { name: 'Who did what' }).getByRole('row').filter({ hasText: name })
  await rows.filter({ hasText: 'active → inactive' }).waitFor()
  await rows.filter({ hasText: 'viewer → editor' }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(errors).toEqual([])
})

live('a key is shown once, works, is listed and revoked', async () => {
  await open('Keys')
  const form = page.getByRole('form', { name: 'New key' })
  await form.getByLabel('What it is for').fill(mark)
  await form.getByLabel('It may').selectOption({ label: 'Look at dashboards and their answers' })
  await form.getByLabel('It works').selectOption({ label: 'for 30 days' })
  await form.getByRole('button', { name: 'Make key' }).click()
  const key = await page.getByLabel(`Key “${mark}”`).inputValue()
  const dashboards = `${url}/facet/v1/projects/1/dashboards`
  const asked = () => fetch(dashboards, { headers: { authorization: `Bearer ${key}` } })
  expect((await asked()).status).toBe(200)
  expect(await violations(page)).toEqual([])
  await page.reload()
  const row = page.getByRole('table', { name: 'Keys' }).getByRole('row').filter({ hasText: mark })
  await row.getByText('dashboard:read, insight:read, query:read').waitFor()
  expect(await page.content()).not.toContain(key)
  await row.getByRole('button', { name: `Revoke key ${mark}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await row.waitFor({ state: 'detached' })
  expect((await asked()).status).toBe(401)
  expect(errors).toEqual([])
})

live('somebody changes the password, and logs out everywhere else', async () => {
  const theirs = await welcome(await invite(`${mark}-kim`, 'editor'))
  const other = await freshPage()
  await logIn(other, url, `${mark}-kim@example.com`, password)
  await theirs.getByRole('button', { name: 'Account of' }).click()
  await theirs.getByRole('link', { name: 'Your account' }).click()
  const sessions = theirs.getByRole('table', { name: 'Where you are logged in' })
  await sessions.getByRole('row').nth(2).waitFor()
  await theirs.getByRole('button', { name: 'Log out everywhere else' }).click()
  await sessions.getByRole('row').nth(2).waitFor({ state: 'detached' })
  await other.goto(`${url}/dashboards`)
  await other.getByRole('button', { name: 'Log in' }).waitFor()
  await theirs.getByLabel('Current password').fill('not this one')
  await theirs.getByLabel('New password').fill('another-horse-battery')
  await theirs.getByRole('button', { name: 'Change password' }).click()
  await theirs.getByText('The current password is another one.').waitFor()
  await theirs.getByLabel('Current password').fill(password)
  await theirs.getByRole('button', { name: 'Change password' }).click()
  await theirs.getByText('The password is changed.').waitFor()
  expect(await violations(theirs)).toEqual([])
  await theirs.context().close()
  await other.context().close()
})

live('a project is made and set up', async () => {
  await open('Project')
  const form = page.getByRole('form', { name: 'New project' })
  await form.getByLabel('Name').fill(mark)
  await form.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await form.getByRole('button', { name: 'Make project' }).click()
  const setup = page.getByRole('form', { name: mark })
  await setup.getByLabel('Weeks begin on').selectOption('Sunday')
  await setup.getByRole('button', { name: 'Add a condition' }).click()
  await setup.getByRole('textbox', { name: 'Value' }).fill('@example.com')
  await setup.getByRole('button', { name: 'Save' }).click()
  await setup.getByText('Saved.').waitFor()
  await page.getByLabel('Money is converted to').selectOption('EUR')
  await page.reload()
  expect(await setup.getByLabel('Weeks begin on').inputValue()).toBe('sunday')
  expect(await setup.getByRole('textbox', { name: 'Value' }).inputValue()).toBe('@example.com')
  await page.waitForFunction(() => document.querySelector('option[value=EUR]:checked') !== null)
  expect(await violations(page)).toEqual([])
  expect(errors).toEqual([])
})

live('all of it fits a narrow screen', async () => {
  await page.setViewportSize(narrow.viewport ?? { width: 390, height: 844 })
  for (const path of ['people', 'keys', 'project', 'audit', 'import']) {
    await page.goto(`${url}/p/1/settings/${path}`)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
  }
})
