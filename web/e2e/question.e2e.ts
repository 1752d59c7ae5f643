import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { kinds } from '../src/question/kinds.ts'
import { dice, made } from '../src/question/samples.ts'
import { violations } from './axe.ts'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'

// Questions of every kind, on the server at FACET_URL. Without a server it is not run.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const live = test.skipIf(url === '')
const headers = { origin: url }
const project = `${url}/facet/v1/projects/1`

let browser: Browser
let page: Page
let errors: string[]
let board: number

beforeAll(async () => {
  browser = await launch()
})

beforeEach(async () => {
  if (url === '') return
  page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(10_000)
  errors = complaints(page)
  await logIn(page, url, email, password)
  const reply = await page.request.post(`${project}/dashboards`, { headers, data: { name: 'Questions' } })
  board = (await reply.json()).id
})

afterEach(async () => {
  if (url === '') return
  await page.request.delete(`${project}/dashboards/${board}`, { headers })
  await page.context().close()
})

afterAll(async () => {
  await browser?.close()
})

live('every kind of question has a form and an answer before it is saved', async () => {
  const dialog = await addChart()
  for (const { label, types } of Object.values(kinds)) {
    await dialog.getByLabel('Question', { exact: true }).selectOption(label())
    await drawn()
    expect(`${label()} ${await preview().getByRole('alert').count()}`).toBe(`${label()} 0`)
    expect(await dialog.getByLabel('Drawn as').inputValue()).toBe(types[0])
    expect(await dialog.getByRole('textbox', { name: 'Question as JSON' }).count()).toBe(0)
  }
  expect(errors).toEqual([])
})

live(
  'a trend of two series with a formula, a breakdown and grouped conditions is saved as it is shown',
  async () => {
    const dialog = await addChart()
    await dialog.getByLabel('Title').fill('Rate')
    await dialog.getByRole('button', { name: 'Add a series' }).click()
    const second = part('Series 2')
    expect(await suggested(second.getByLabel('Event'))).toContain('$pageview')
    await second.getByLabel('Event').fill('$pageview')
    await second.getByLabel('Measured by').selectOption('Unique persons')
    await dialog.getByRole('button', { name: 'Add a formula' }).click()
    await part('Formula 1').getByLabel('Formula', { exact: true }).fill('A / B')
    await dialog.getByRole('button', { name: 'Add a breakdown' }).click()
    await part('Breakdown 1').getByLabel('Property').fill('$browser')
    await preview().getByRole('list', { name: 'Legend of Rate' }).getByText('Chrome').waitFor()
    const where = dialog.getByRole('group', { name: 'Only where' }).last()
    await where.getByRole('button', { name: 'Add a group' }).click()
    await where.getByRole('button', { name: 'Add a condition' }).first().click()
    for (const [number, value] of [
      ['1.1', 'Firefox'],
      ['1.2', 'Safari'],
    ] as const) {
      const condition = part(`Condition ${number}`)
      await condition.getByLabel('Property').fill('$browser')
      expect(await suggested(condition.getByLabel('Value', { exact: true }))).toContain(value)
      await condition.getByLabel('Value', { exact: true }).fill(value)
      await condition.getByLabel('Value', { exact: true }).press('Enter')
    }
    await preview().getByText('Chrome').waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Menu of Rate' }).waitFor()
    const leaf = { key: '$browser', type: 'event', operator: 'exact' }
    expect(await saved('Rate')).toMatchObject({
      kind: 'TrendsQuery',
      series: [{ event: '$pageview' }, { event: '$pageview', math: 'dau' }],
      trendsFilter: { formulaNodes: [{ formula: 'A / B' }] },
      breakdownFilter: { breakdowns: [{ type: 'event', property: '$browser' }] },
      properties: {
        type: 'AND',
        values: [
          {
            type: 'OR',
            values: [
              { ...leaf, value: ['Firefox'] },
              { ...leaf, value: ['Safari'] },
            ],
          },
        ],
      },
    })
    expect(errors).toEqual([])
  },
)

live('what the server refuses is told at its field', async () => {
  const dialog = await addChart()
  await part('Series 1').getByLabel('Measured by').selectOption('Sum of a property')
  const property = part('Series 1').getByLabel('Property')
  await part('Series 1').getByText('Name the property whose sum is asked for.').waitFor()
  expect(await property.getAttribute('aria-invalid')).toBe('true')
  await property.fill('amount')
  await part('Series 1').getByText('Name the property').waitFor({ state: 'detached' })
  await dialog.getByLabel('Dates', { exact: true }).selectOption('Others')
  await dialog.getByLabel('From', { exact: true }).fill('2026-13-45')
  await preview().getByRole('alert').waitFor()
  expect(await dialog.getByLabel('From', { exact: true }).getAttribute('aria-invalid')).toBe('true')
})

live('what no form shows of a question survives editing by form', async () => {
  const query = {
    kind: 'InsightVizNode',
    full: true,
    source: {
      kind: 'TrendsQuery',
      series: [{ kind: 'EventsNode', event: '$pageview', version: 1 }],
      trendsFilter: { showLegend: true, goalLines: [{ label: 'Goal', value: 3 }], formula: 'A * 2' },
      modifiers: { personsOnEventsMode: 'x' },
    },
  }
  await put({ title: 'Old', type: 'line', query })
  await edit('Old')
  await page.getByRole('dialog').getByLabel('Per', { exact: true }).selectOption('Week')
  await drawn()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const { formula, ...shown } = query.source.trendsFilter
  expect(await saved('Old')).toEqual({
    ...query,
    source: {
      ...query.source,
      interval: 'week',
      trendsFilter: { ...shown, formulaNodes: [{ formula }] },
    },
  })
})

live('whatever a form can say, the server understands', async () => {
  const unknown = ['unknown_field', 'wrong_type', 'internal_error']
  for (const kind of Object.keys(kinds)) {
    for (let seed = 1; seed <= 12; seed++) {
      const query = made(kind, dice(seed))
      const reply = await page.request.post(`${project}/query`, { headers, data: { query } })
      const { charts } = await reply.json()
      const trouble = unknown.includes(charts?.[0]?.error_code) ? charts[0] : null
      expect({ status: reply.status(), trouble, query: trouble && query }).toEqual({
        status: 200,
        trouble: null,
        query: null,
      })
    }
  }
})

live('the form meets WCAG 2.2 AA, and a narrow window does not scroll sideways', async () => {
  const dialog = await addChart()
  await dialog.getByRole('button', { name: 'Add a group' }).last().click()
  await dialog.getByText('More', { exact: true }).last().click()
  await drawn()
  expect(await violations(page)).toEqual([])
  await page.setViewportSize(narrow.viewport ?? { width: 390, height: 844 })
  const size = await dialog.evaluate((one) => [one.scrollWidth, one.clientWidth])
  expect(size[0]).toBeLessThanOrEqual(size[1] ?? 0)
})

async function addChart(): Promise<Locator> {
  await page.goto(`${url}/p/1/dashboards/${board}?edit=true`)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Chart', exact: true }).click()
  return page.getByRole('dialog')
}

/** Puts a chart on the dashboard. */
async function put(chart: unknown): Promise<void> {
  const sections = [{ title: '', cards: [{ x: 0, y: 0, w: 6, h: 4, charts: [chart] }] }]
  const reply = await page.request.patch(`${project}/dashboards/${board}`, { headers, data: { sections } })
  expect(reply.status()).toBe(200)
}

async function edit(title: string): Promise<void> {
  await page.goto(`${url}/p/1/dashboards/${board}?edit=true`)
  await page.getByRole('button', { name: `Menu of ${title}` }).click()
  const menu = page.getByRole('group', { name: `Menu of ${title}` })
  await menu.getByRole('button', { name: 'Edit', exact: true }).click()
}

/** The question of a chart as the server has it. */
async function saved(title: string): Promise<unknown> {
  await page.getByRole('toolbar', { name: 'Editing' }).getByText('Saved', { exact: true }).waitFor()
  const { sections } = await (await page.request.get(`${project}/dashboards/${board}`)).json()
  for (const { cards } of sections) {
    for (const { charts } of cards) if (charts[0].title === title) return charts[0].query
  }
  throw new Error(`No chart ${title}`)
}

/** One of several in a list of the form. */
function part(name: string): Locator {
  return page.getByRole('dialog').getByRole('region', { name, exact: true })
}

function preview(): Locator {
  return page.getByRole('dialog').getByRole('region', { name: 'Preview' })
}

/** Waits until the preview has asked and shows what came. */
async function drawn(): Promise<void> {
  await page.waitForTimeout(500)
  await preview().locator('section[aria-busy="false"]').waitFor()
}

/** What a field suggests. */
async function suggested(field: Locator): Promise<(string | null)[]> {
  const list = page.locator(`datalist[id="${await field.getAttribute('list')}"] option`)
  await list.first().waitFor({ state: 'attached' })
  return list.evaluateAll((all) => all.map((option) => option.getAttribute('value')))
}
