import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, logIn, wide } from './browser.ts'

// Looking behind numbers, on the server at FACET_URL with its own data: each test makes a dashboard there. Without a
// server it is not run.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const live = test.skipIf(url === '')

const boards = '/facet/v1/projects/1/dashboards'
const everyone = {
  kind: 'TrendsQuery',
  series: [{ kind: 'EventsNode', event: null, math: 'dau' }],
  trendsFilter: { display: 'BoldNumber' },
}
const byEvent = {
  kind: 'TrendsQuery',
  series: [{ kind: 'EventsNode', event: null, math: 'dau' }],
  breakdownFilter: { breakdown: 'event', breakdown_type: 'event_metadata' },
  trendsFilter: { display: 'ActionsBarValue' },
}
const byName = {
  kind: 'ReportQuery',
  dataset: 'posts',
  dimensions: ['profile'],
  metrics: ['posts'],
  filters: [{ key: 'campaign', value: ['drill'], operator: 'exact' }],
}

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
  // What was made here is no matter of others.
  const { results } = await (await page.request.get(`${url}${boards}`)).json()
  for (const { id, name } of results) {
    if (!/^(Drill|Target) \d{13}$/.test(name)) continue
    await page.request.delete(`${url}${boards}/${id}`, { headers: { origin: url } })
  }
  await page.context().close()
})

afterAll(() => browser.close())

async function send(path: string, data: unknown) {
  const answer = await page.request.post(`${url}${path}`, { data, headers: { origin: url } })
  expect(answer.status(), await answer.text()).toBeLessThan(300)
  return answer.json()
}

interface Given {
  readonly title: string
  readonly type: string
  readonly query: unknown
  readonly options?: object
}

async function open(charts: readonly Given[], search = ''): Promise<void> {
  const cards = charts.map((chart, index) => ({ x: (index % 2) * 6, y: 0, w: 6, h: 5, charts: [chart] }))
  const made = await send(boards, {
    name: `Drill ${Date.now()}`,
    filters: { date_from: '-90d' },
    sections: [{ title: '', cards }],
  })
  await page.goto(`${url}/p/1/dashboards/${made.id}${search}`)
  await page.getByRole('status').filter({ hasText: 'As of' }).waitFor()
}

live('behind a number of persons are that many, whom the address opens again', async () => {
  await open([{ title: 'Everybody', type: 'metric', query: everyone }])
  const number = page.getByRole('region', { name: 'Everybody' }).getByRole('button', { name: /^[\d,]+$/ })
  const count = await number.innerText()
  await number.click()
  await page.getByRole('menuitem', { name: 'Show who is behind this' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await panel.getByText(`${count} persons`, { exact: true }).waitFor()
  await panel.getByRole('listitem').first().locator('summary').click()
  await panel.getByText('distinct_ids').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.reload()
  await panel.getByText(`${count} persons`, { exact: true }).waitFor()
  const saved = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await saved).suggestedFilename()).toBe('persons.csv')
  await panel.getByRole('button', { name: 'Events' }).click()
  await panel
    .getByRole('status')
    .filter({ hasText: /events$/ })
    .waitFor({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('')
  expect(errors).toEqual([])
})

live('a value filters the dashboard as a chip, and is taken away again', async () => {
  await open([
    { title: 'By event', type: 'bars', query: byEvent },
    { title: 'Everybody', type: 'metric', query: everyone },
  ])
  const card = page.getByRole('region', { name: 'By event' })
  await card.getByRole('button', { name: 'Show By event as a table' }).click()
  const row = card.getByRole('row').nth(1)
  await row.waitFor()
  const [name = '', count = ''] = await row.getByRole('cell').allInnerTexts()
  await row.getByRole('button', { name: new RegExp(`What is behind ${name.replace('$', '.')}`) }).click()
  await page.getByRole('menuitem', { name: `Filter the dashboard: event = ${name}` }).click()
  await page
    .getByRole('region', { name: 'Everybody' })
    .getByRole('button', { name: count, exact: true })
    .waitFor()
  const chips = page.getByRole('group', { name: 'Property filters' })
  expect(await chips.innerText()).toContain(name)
  await chips.getByRole('button', { name: 'Remove the filter event' }).click()
  await page.waitForURL((now) => now.search === '')
  expect(errors).toEqual([])
})

live('behind a row of a report are the rows of its dataset', async () => {
  const row = (id: string, profile: string) => ({ post_id: id, profile, platform: 'x', campaign: 'drill' })
  const at = { published_at: new Date(Date.now() - 86_400_000).toISOString() }
  await send('/facet/v1/projects/1/datasets/posts/rows', [
    { ...row('drill-1', 'one'), ...at },
    { ...row('drill-2', 'one'), ...at },
    { ...row('drill-3', 'two'), ...at },
  ])
  await send('/facet/v1/flush', undefined)
  await open([{ title: 'Posts', type: 'table', query: byName }])
  const card = page.getByRole('region', { name: 'Posts' })
  await card.getByRole('button', { name: 'Profile' }).click()
  expect(await card.getByRole('columnheader', { name: 'Profile' }).getAttribute('aria-sort')).toBe(
    'ascending',
  )
  await card.getByRole('button', { name: 'What is behind one, 2' }).click()
  await page.getByRole('menuitem', { name: 'Show the rows behind' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByText('2 rows', { exact: true }).waitFor()
  expect(await panel.getByRole('cell', { name: /^drill-/ }).allInnerTexts()).toEqual(['drill-1', 'drill-2'])
  expect(errors).toEqual([])
})

live('new data is shown where the dashboard is live, without a reload', async () => {
  const campaign = `live ${Date.now()}`
  const post = (id: string) => ({
    post_id: `${campaign} ${id}`,
    campaign,
    platform: 'x',
    published_at: new Date(Date.now() - 86_400_000).toISOString(),
  })
  const filters = [{ key: 'campaign', value: [campaign], operator: 'exact' }]
  const query = { kind: 'ReportQuery', dataset: 'posts', dimensions: [], metrics: ['posts'], filters }
  await send('/facet/v1/projects/1/datasets/posts/rows', [post('one')])
  await send('/facet/v1/flush', undefined)
  await open([{ title: 'Live posts', type: 'metric', query }], '?live=true')
  const card = page.getByRole('region', { name: 'Live posts' })
  await card.getByRole('button', { name: '1', exact: true }).waitFor()
  await send('/facet/v1/projects/1/datasets/posts/rows', [post('two'), post('three')])
  await card.getByRole('button', { name: '3', exact: true }).waitFor()
  await page.context().setOffline(true)
  await page
    .getByRole('status')
    .filter({ hasText: 'The connection is lost; this is the data of' })
    .waitFor({ timeout: 30_000 })
  await page.context().setOffline(false)
  await page.getByRole('status').filter({ hasText: 'As of' }).waitFor({ timeout: 30_000 })
})

live('a click leads to another dashboard with the filters and the value', async () => {
  const target = await send(boards, { name: `Target ${Date.now()}`, sections: [] })
  await open([{ title: 'Posts', type: 'table', query: byName }], '?date_from=-30d')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('button', { name: 'Menu of Posts' }).click()
  await page.getByRole('button', { name: 'Lead to a dashboard…' }).click()
  await page.getByLabel('A click offers the dashboard').selectOption(String(target.id))
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: /^What is behind one/ }).click()
  await page.getByRole('menuitem', { name: `Open “${target.name}”` }).click()
  await page.getByRole('heading', { name: target.name, level: 1 }).waitFor()
  const search = new URL(page.url()).searchParams
  expect(search.get('date_from')).toBe('-30d')
  expect(JSON.parse(search.get('properties') ?? '[]')).toEqual([
    { key: 'profile', type: 'dimension', operator: 'exact', value: ['one'] },
  ])
})
