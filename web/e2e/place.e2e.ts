import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'
import { ask, enter, live, type Made, make, nameOf, remove, url } from './live.ts'

// Settings of dashboards and the pages they stand on, on the server at FACET_URL.
let browser: Browser
let page: Page
let made: Made | undefined
let errors: string[]

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  if (url === '') return
  page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(10_000)
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

async function openSettings(): Promise<void> {
  await page.getByRole('button', { name: 'Menu of the dashboard' }).click()
  await page.getByRole('button', { name: 'Settings…' }).click()
  await page.getByRole('dialog').getByLabel('Name').waitFor()
}

live('a dashboard is put on the pages of a segment, and shows its persons there', async () => {
  made = await make(page, nameOf('Placed'))
  const segment = nameOf('Few')
  const { id } = await ask<{ id: number }>(page, 'POST', '/api/projects/1/cohorts/', {
    ...{ name: segment, is_static: true, distinct_ids: [] },
  })
  await page.goto(`${url}/p/1/dashboards/${made.id}`)
  await openSettings()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('pages of segments', { exact: true }).click()
  await dialog.getByLabel(segment).check()
  await dialog.getByText('Favourite: stands first').click()
  await dialog.getByLabel('Tags', { exact: true }).fill('placed')
  await dialog.getByRole('button', { name: 'Add the tag' }).click()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'Segments', exact: true }).click()
  await page.getByRole('link', { name: segment }).click()
  await page.getByRole('heading', { name: segment, level: 1 }).waitFor()
  // Others may stand there, too.
  await page.goto(`${url}/p/1/segments/${id}?tab=${made.id}`)
  const persons = page.getByRole('region', { name: 'Persons' })
  await persons.getByText('0', { exact: true }).waitFor()
  await page.getByText('show everyone, not only those of this page: Numbers').waitFor()
  expect(await violations(page)).toEqual([])

  await page.goto(`${url}/dashboards?tag=placed`)
  const item = page.getByRole('listitem').filter({ hasText: made.name })
  await item.getByText('Favourite').waitFor()
  await ask(page, 'PATCH', `/api/projects/1/cohorts/${id}/`, { deleted: true })
  await page.goto(`${url}/p/1/segments/${id}`)
  await page.getByText('There is no such segment').waitFor()
  expect(errors).toEqual([])
})

live('another editor\u2019s change is told, and what was typed is not lost', async () => {
  made = await make(page, nameOf('Both'))
  await page.goto(`${url}/p/1/dashboards/${made.id}`)
  await openSettings()
  const dialog = page.getByRole('dialog')
  const name = nameOf('Mine')
  await dialog.getByLabel('Name').fill(name)
  await page.keyboard.press('Escape')
  await dialog.getByRole('alert').getByText('is not saved').waitFor()
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await ask(page, 'PATCH', `/facet/v1/projects/1/dashboards/${made.id}/settings`, {
    ...{ name: nameOf('Theirs'), description: 'Said meanwhile' },
  })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('alert').getByText('You both changed: Name').waitFor()
  expect(await dialog.getByLabel('Name').inputValue()).toBe(name)
  expect(await dialog.getByLabel('Description').inputValue()).toBe('Said meanwhile')
  await dialog.getByRole('button', { name: 'Save over it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  await page.getByText('Said meanwhile').waitFor()
})

live('an archived dashboard is shown on demand only', async () => {
  made = await make(page, nameOf('Old'))
  await page.goto(`${url}/p/1/dashboards/${made.id}`)
  await openSettings()
  await page.getByText('Archived: shown on demand only').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.goto(`${url}/dashboards`)
  await page.getByRole('link', { name: 'Archived' }).click()
  await page.getByRole('heading', { name: 'Archived dashboards' }).waitFor()
  await page.getByRole('link', { name: made.name }).waitFor()
  await page.getByRole('link', { name: 'Back to the dashboards' }).click()
  await page.getByRole('heading', { name: 'Dashboards', level: 1 }).waitFor()
  expect(await page.getByRole('link', { name: made.name }).count()).toBe(0)
})

live('a reader takes files along, and is offered nothing that changes a dashboard', async () => {
  made = await make(page, nameOf('Read'))
  const email = `reader-${Date.now()}@example.com`
  const password = 'correct-horse-battery'
  const user = await ask<{ id: number }>(page, 'POST', '/facet/v1/users', {
    ...{ email, name: 'Reader', password, role: 'viewer' },
  })
  const reader = await (await browser.newContext(wide)).newPage()
  reader.setDefaultTimeout(10_000)
  await logIn(reader, url, email, password)
  expect(await reader.getByRole('link', { name: 'Trash' }).count()).toBe(0)
  await reader.goto(`${url}/p/1/dashboards/${made.id}`)
  await reader.getByRole('button', { name: 'Menu of the dashboard' }).click()
  await reader.getByRole('button', { name: 'Pages (PDF)' }).waitFor()
  for (const name of ['Share', 'Edit', 'Settings…'])
    expect(`${name} ${await reader.getByRole('button', { name, exact: true }).count()}`).toBe(`${name} 0`)
  const links = `${url}/facet/v1/projects/1/dashboards/${made.id}/links`
  expect((await reader.request.get(links)).status()).toBe(403)
  await ask(page, 'DELETE', `/facet/v1/users/${user.id}`)
})

live('dialogs and pages fit a narrow screen', async () => {
  made = await make(page, nameOf('Narrow'))
  await page.setViewportSize(narrow.viewport ?? { width: 390, height: 844 })
  for (const path of [`/p/1/dashboards/${made.id}`, '/p/1/home', '/p/1/segments', '/dashboards']) {
    await page.goto(`${url}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const size = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(size[0]).toBeLessThanOrEqual(size[1] ?? 0)
  }
})
