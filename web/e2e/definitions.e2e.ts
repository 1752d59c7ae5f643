import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, logIn, wide } from './browser.ts'

// Actions and cohorts, on the server at FACET_URL. Without a server it is not run.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const live = test.skipIf(url === '')
const headers = { origin: url }
const project = `${url}/facet/v1/projects/1`

let browser: Browser
let page: Page
let errors: string[]

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  if (url === '') return
  page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(10_000)
  errors = complaints(page)
  await logIn(page, url, email, password)
})

afterEach(async () => {
  if (url === '') return
  for (const kind of ['actions', 'cohorts', 'dashboards']) {
    const { results } = await (await page.request.get(`${project}/${kind}?search=Trial`)).json()
    for (const { id } of results) await page.request.delete(`${project}/${kind}/${id}`, { headers })
  }
  await page.context().close()
})

afterAll(async () => {
  await browser?.close()
})

live('an action is made, changed and deleted in the settings', async () => {
  await page.goto(`${url}/p/1/settings/definitions`)
  await page.getByRole('button', { name: 'New action' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Trial view')
  await page.getByRole('dialog').getByRole('button', { name: 'Add another way' }).click()
  const second = page.getByRole('dialog').getByRole('region', { name: 'Way 2' })
  await second.getByLabel('Selector').fill('a > > b')
  await save()
  await second.locator('[aria-invalid="true"]').waitFor()
  expect(await second.getByLabel('Selector').getAttribute('aria-invalid')).toBe('true')
  await second.getByLabel('Selector').fill('')
  await second.getByLabel('Address of the page').fill('/checkout')
  await save()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Edit Trial view' }).click()
  await page.getByRole('dialog').getByLabel('Description').fill('Any of two')
  await save()
  await page.getByText('Any of two').waitFor()
  const { results } = await (await page.request.get(`${project}/actions?search=Trial`)).json()
  expect(results[0].steps).toEqual([{ event: '$pageview' }, { event: '$pageview', url: '/checkout' }])
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Delete Trial view' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('button', { name: 'Edit Trial view' }).waitFor({ state: 'detached' })
})

live('cohorts by what persons did and by name are counted', async () => {
  await page.goto(`${url}/p/1/settings/definitions`)
  await page.getByRole('button', { name: 'New cohort' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Trial buyers')
  await page.getByRole('dialog').getByRole('button', { name: 'Add a condition' }).click()
  const first = page.getByRole('dialog').getByRole('region', { name: 'Condition 1' })
  await first.getByLabel('They').selectOption('did several times')
  await first.getByLabel('Event', { exact: true }).fill('$pageview')
  await save()
  const buyers = page.getByRole('listitem').filter({ hasText: 'Trial buyers' })
  await buyers.getByText(/^[\d,]+ persons$/).waitFor()
  await page.getByRole('button', { name: 'New cohort' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Trial friends')
  await page.getByRole('dialog').getByText('A list of persons').click()
  await page.getByRole('dialog').getByLabel('Persons', { exact: true }).fill('nobody-of-this-name')
  await save()
  const friends = page.getByRole('listitem').filter({ hasText: 'Trial friends' })
  await friends.getByText('0 persons').waitFor()
  expect(errors).toEqual([])
})

live('an action is made where a question needs it, and chosen', async () => {
  const made = await page.request.post(`${project}/dashboards`, { headers, data: { name: 'Trial board' } })
  await page.goto(`${url}/p/1/dashboards/${(await made.json()).id}?edit=true`)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Chart', exact: true }).click()
  const series = page.getByRole('region', { name: 'Series 1' })
  await series.getByLabel('About').selectOption('Action')
  await series.getByRole('button', { name: 'New action' }).click()
  const inner = page.getByRole('dialog', { name: 'New action' })
  await inner.getByLabel('Name').fill('Trial step')
  await inner.getByRole('button', { name: 'Save' }).click()
  await inner.waitFor({ state: 'detached' })
  await series
    .getByLabel('Action', { exact: true })
    .locator('option:checked', { hasText: 'Trial step' })
    .waitFor({ state: 'attached' })
  await page.getByRole('region', { name: 'Preview' }).locator('section[aria-busy="false"]').waitFor()
  expect(await page.getByRole('region', { name: 'Preview' }).getByRole('alert').count()).toBe(0)
  expect(errors).toEqual([])
})

async function save(): Promise<void> {
  await button('Save').click()
}

function button(name: string): Locator {
  return page.getByRole('dialog').getByRole('button', { name, exact: true })
}
