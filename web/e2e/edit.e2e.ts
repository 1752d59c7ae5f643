import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { complaints, launch, logIn, narrow, wide } from './browser.ts'

// Editing, on the server at FACET_URL: each test makes a dashboard of its own there. Without a server it is not run.
const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const live = test.skipIf(url === '')

const chart = (title: string, x: number) => ({
  ...{ x, y: 0, w: 4, h: 3 },
  charts: [{ title, type: 'table', query: { kind: 'HogQLQuery', query: `select '${title}' as name` } }],
})
const text = (words: string, y: number) => ({
  ...{ x: 0, y, w: 12, h: 2 },
  charts: [{ type: 'text', options: { text: words } }],
})

interface Made {
  readonly id: number
  readonly name: string
  readonly revision: number
  readonly sections: readonly { readonly title: string; readonly cards: readonly MadeCard[] }[]
}

interface MadeCard {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly charts: readonly {
    readonly title: string
    readonly options: { readonly text?: string }
    readonly query: unknown
  }[]
}

let browser: Browser
let page: Page
let errors: string[]
let count = 0

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
  const { results } = await (await page.request.get(`${url}/facet/v1/projects/1/dashboards`)).json()
  for (const { id, name } of results) {
    if (!/ \d{13}-\d+$/.test(name) && name !== 'Another name') continue
    await page.request.delete(`${url}/facet/v1/projects/1/dashboards/${id}`, { headers: { origin: url } })
  }
})

afterAll(async () => {
  await browser?.close()
})

live('a new dashboard is made of a template, and opens for editing', async () => {
  const name = nameOf('Traffic')
  await page.getByRole('button', { name: 'New dashboard' }).click()
  const dialog = page.getByRole('dialog', { name: 'New dashboard' })
  await dialog.getByLabel('Start from').selectOption('Website traffic')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('toolbar', { name: 'Editing' }).waitFor()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  expect(await page.getByRole('button', { name: /^Menu of/ }).count()).toBeGreaterThan(3)
  expect(errors).toEqual([])
})

live('a card is dragged, resized by the mouse and by the keyboard, and stays so', async () => {
  const made = await edit()
  const grip = page.getByRole('button', { name: 'Move One' })
  await drag(grip, 700, 30)
  await saved()
  const dragged = await cardOf(made, 'One')
  expect(dragged.x).toBeGreaterThan(4)
  const corner = page.locator('.react-grid-item', { has: grip }).locator('.react-resizable-handle')
  await drag(corner, 0, 170)
  await saved()
  expect((await cardOf(made, 'One')).h).toBe(5)
  await grip.focus()
  await page.keyboard.press('Shift+ArrowUp')
  await page.getByRole('status', { name: 'Position' }).filter({ hasText: '4 high' }).waitFor()
  await saved()
  expect((await cardOf(made, 'One')).h).toBe(4)
  await page.reload()
  await grip.waitFor()
  expect((await cardOf(made, 'One')).h).toBe(4)
  expect(errors).toEqual([])
})

live('a text is added, written over, duplicated and removed', async () => {
  const made = await edit()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await page.getByLabel('Text (Markdown)').fill('# Fresh words')
  await page.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: 'Fresh words' }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
  await menu('Fresh words', 'Edit')
  await page.getByLabel('Text (Markdown)').fill('# Better words')
  await page.getByRole('button', { name: 'Save' }).click()
  await menu('Better words', 'Duplicate')
  await expectCount(page.getByRole('button', { name: 'Menu of Better words' }), 2)
  await saved()
  await menu('Better words', 'Remove')
  await expectCount(page.getByRole('button', { name: 'Menu of Better words' }), 1)
  await saved()
  expect(names(await read(made))).toEqual([
    ['One', 'Two'],
    ['Below', 'Better words'],
  ])
  expect(errors).toEqual([])
})

live('cards go to another section and to another dashboard', async () => {
  const other = await make(nameOf('Other'))
  const made = await edit()
  await menu('One', 'Move to “Rest”')
  await saved()
  expect(names(await read(made))).toEqual([['Two'], ['Below', 'One']])
  await menu('One', 'Move or copy to another dashboard…')
  await page.getByLabel('To the dashboard').selectOption(other.name)
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(names(await read(made))).toEqual([['Two'], ['Below', 'One']])
  await menu('Two', 'Move or copy to another dashboard…')
  await page.getByLabel('To the dashboard').selectOption(other.name)
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(names(await read(made))).toEqual([[], ['Below', 'One']])
  expect(names(await read(other))).toEqual([
    ['One', 'Two'],
    ['Below', 'One', 'Two'],
  ])
})

live('what was done is undone and redone, also after a reload', async () => {
  const made = await edit()
  await rename('Rest', 'Remainder')
  await menu('One', 'Remove')
  await saved()
  expect(names(await read(made))).toEqual([['Two'], ['Below']])
  await page.reload()
  await button('Undo').click()
  await page.getByRole('button', { name: 'Menu of One' }).waitFor()
  await saved()
  await button('Undo').click()
  await page.getByLabel('Title of Rest').waitFor()
  await saved()
  expect(await button('Undo').isDisabled()).toBe(true)
  await page.reload()
  await button('Redo').click()
  await page.getByLabel('Title of Remainder').waitFor()
  await saved()
  await page.locator('body').press('Control+Shift+Z')
  await page.getByRole('button', { name: 'Menu of One' }).waitFor({ state: 'detached' })
  await saved()
  expect(await button('Redo').isDisabled()).toBe(true)
})

live('the history says who did what, and brings any revision back', async () => {
  await edit()
  await rename('Rest', 'Remainder')
  await menu('One', 'Remove')
  await saved()
  await button('History').click()
  const list = page.getByRole('list', { name: 'Revisions' })
  await list.getByText('Removed “One”').waitFor()
  await list.getByText('Called the section “Rest” “Remainder”').waitFor()
  expect(await list.getByRole('listitem').first().innerText()).toContain('Ada')
  await list
    .getByRole('button', { name: /^Restore/ })
    .last()
    .click()
  await list.getByText('Went back to an earlier revision').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Menu of One' }).waitFor()
  await page.getByLabel('Title of Rest').waitFor()
})

live('a conflict says who did what meanwhile, and loses neither side', async () => {
  const made = await edit()
  await patch(made, { sections: [...made.sections, { title: 'Theirs', cards: [] }] })
  await menu('One', 'Remove')
  const alert = page.getByRole('alert')
  await alert.getByText('while you were editing').waitFor()
  expect(await alert.innerText()).toContain('Ada')
  await alert.getByText('Added the section “Theirs”').waitFor()
  await alert.getByText('Removed “One”').waitFor()
  await alert.getByRole('button', { name: 'Put my changes on top' }).click()
  await page.getByLabel('Title of Theirs').waitFor()
  await saved()
  expect(names(await read(made))).toEqual([['Two'], ['Below'], []])
})

live('what the server refuses stays where it was typed, with the reason', async () => {
  const made = await edit()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('Name').fill('Another name')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Another name', level: 1 }).waitFor()
  await page.context().setOffline(true)
  await menu('One', 'Remove')
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor()
  expect(names(await read(made))).toEqual([['One', 'Two'], ['Below']])
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await saved()
  expect(names(await read(made))).toEqual([['Two'], ['Below']])
})

live('what was not saved when the page went away is offered again', async () => {
  const made = await edit()
  await page.route(/\/dashboards\/\d+$/, (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  )
  await menu('One', 'Remove')
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor()
  await page.unroute(/\/dashboards\/\d+$/)
  await page.reload()
  const alert = page.getByRole('alert')
  await alert.getByText('The page went away before this was saved.').waitFor()
  await alert.getByText('Removed “One”').waitFor()
  expect(names(await read(made))).toEqual([['One', 'Two'], ['Below']])
  await alert.getByRole('button', { name: 'Put my changes on top' }).click()
  await saved()
  expect(names(await read(made))).toEqual([['Two'], ['Below']])
})

live('what is typed outlives the end of a session, and is not closed unasked', async () => {
  await edit()
  await menu('Below', 'Edit')
  await page.getByLabel('Text (Markdown)').fill('# Half a thought')
  await page.context().clearCookies()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').getByText('Your session has ended').waitFor()
  await page.reload()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  const text = page.getByLabel('Text (Markdown)')
  await text.waitFor()
  expect(await text.inputValue()).toBe('# Half a thought')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Menu of Half a thought' }).waitFor()
  await saved()
  await menu('Half a thought', 'Edit')
  await text.fill('Nothing')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Close without saving' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('button', { name: 'Menu of Half a thought' }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

live('a dashboard is kept as a template, used, and the template taken away', async () => {
  const made = await edit()
  const name = nameOf('Pattern')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Save as a template' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.goto(`${url}/dashboards`)
  await page.getByRole('button', { name: 'New dashboard' }).click()
  const dialog = page.getByRole('dialog', { name: 'New dashboard' })
  await dialog.getByLabel('Start from').selectOption(name)
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Menu of One' }).waitFor()
  const [, id] = /dashboards\/(\d+)/.exec(page.url()) ?? []
  expect(names(await read({ ...made, id: Number(id) }))).toEqual([['One', 'Two'], ['Below']])
  await page.goto(`${url}/dashboards`)
  await page.getByRole('button', { name: 'New dashboard' }).click()
  await dialog.getByLabel('Start from').selectOption(name)
  await dialog.getByRole('button', { name: 'Delete this template' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await dialog.getByLabel('Start from').locator('option', { hasText: name }).waitFor({ state: 'detached' })
})

live('a dashboard goes to the trash, and comes out again', async () => {
  const made = await edit()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Move to the trash' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Move to the trash' }).click()
  await page.getByRole('heading', { name: 'Dashboards', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Trash' }).click()
  await page.getByRole('button', { name: `Restore ${made.name}` }).click()
  await page.getByRole('button', { name: `Restore ${made.name}` }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Back to the dashboards' }).click()
  await page.getByRole('link', { name: made.name }).waitFor()
})

live('SQL shows the place of a mistake, completes names, and keeps what was typed', async () => {
  const made = await edit()
  await menu('One', 'Edit')
  const dialog = page.getByRole('dialog')
  const editor = dialog.getByRole('textbox', { name: 'SQL' })
  await editor.fill('select event,\nfrom from')
  await preview()
    .getByRole('alert')
    .getByText(/line 2, column/i)
    .waitFor()
  await dialog.locator('.cm-lint-marker-error').waitFor()
  await editor.fill("select count() as n from events where event = '$pa")
  await page.keyboard.type('ge')
  await page.getByRole('option', { name: '$pageview' }).click()
  await page.keyboard.type("'")
  await preview().getByRole('table').waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await saved()
  const { charts } = await cardOf(made, 'One')
  expect(charts[0]?.query).toEqual({
    kind: 'HogQLQuery',
    query: "select count() as n from events where event = '$pageview'",
  })
})

live('a question can be written as JSON, with the place of a mistake', async () => {
  await edit()
  await menu('One', 'Edit')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'As JSON' }).click()
  const editor = dialog.getByRole('textbox', { name: 'Question as JSON' })
  await editor.fill('{"kind": "HogQLQuery",\n "query" "select 7 as seven"}')
  await dialog.getByText('Line 2, column 10').waitFor()
  await editor.fill('{"kind": "HogQLQuery", "query": "select 7 as seven"}')
  await preview().getByRole('columnheader', { name: 'seven' }).waitFor()
  await editor.fill('{"kind": "MagicQuery"}')
  await preview()
    .getByRole('alert')
    .getByText(/MagicQuery/)
    .waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('alert').filter({ hasText: 'MagicQuery' }).last().waitFor()
  expect(await editor.innerText()).toContain('MagicQuery')
})

live('the whole dashboard is written as JSON, with the place of what is wrong', async () => {
  const made = await edit()
  const editor = await openJson()
  const text = JSON.stringify({ name: made.name, sections: made.sections }, null, 1)
  await editor.fill(text.replace('"w": 4', '"w": 40'))
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  const alert = page.getByRole('dialog').getByRole('alert')
  await alert.getByText('sections[0].cards[0].w').waitFor()
  const line = text.split('\n').findIndex((one) => one.includes('"w": 4')) + 1
  expect(await alert.innerText()).toMatch(new RegExp(`^Line ${line}, column `))
  await editor.fill(`${text},`)
  await alert.getByText('no JSON').waitFor()
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await editor.fill(text.replace('"One"', '"First"').replace('"w": 4', '"w": 6').replace('"x": 4', '"x": 6'))
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Menu of First' }).waitFor()
  expect((await cardOf(made, 'First')).w).toBe(6)
  await button('Undo').click()
  await page.getByRole('button', { name: 'Menu of One' }).waitFor()
})

live('JSON that meets another change is kept, and saved over it only when told to', async () => {
  const made = await edit()
  const editor = await openJson()
  await editor.fill(JSON.stringify({ name: made.name, sections: [] }))
  await patch(made, { sections: [...made.sections, { title: 'Theirs', cards: [] }] })
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('alert').getByText('Somebody changed this dashboard').waitFor()
  expect(names(await read(made))).toHaveLength(3)
  await page.getByRole('button', { name: 'Save over the other change' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(names(await read(made))).toEqual([])
})

live('what is shown while editing meets WCAG 2.2 AA', async () => {
  await edit()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Menu of One' }).click()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await button('History').click()
  await page.getByRole('list', { name: 'Revisions' }).getByText('Made the dashboard').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await addChart()
  await preview().locator('section[aria-busy="false"]').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('dialog').getByLabel('Question', { exact: true }).selectOption('SQL')
  await page.getByRole('dialog').getByRole('textbox', { name: 'SQL' }).waitFor()
  await preview().getByRole('columnheader', { name: 'Events' }).waitFor()
  await preview().locator('section[aria-busy="false"]').waitFor()
  expect(await violations(page)).toEqual([])
})

live('a narrow window edits too, and does not scroll sideways', async () => {
  const made = await make(nameOf('Narrow'))
  await page.setViewportSize(narrow.viewport ?? { width: 390, height: 844 })
  await page.goto(`${url}/p/1/dashboards/${made.id}?edit=true`)
  await menu('One', 'Duplicate')
  await expectCount(page.getByRole('button', { name: 'Menu of One' }), 2)
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(size[0]).toBeLessThanOrEqual(size[1] ?? 0)
})

function nameOf(what: string): string {
  count += 1
  return `${what} ${Date.now()}-${count}`
}

/** A dashboard with the cards One and Two in the section Top, and the text Below in the section Rest. */
async function make(name: string): Promise<Made> {
  const sections = [
    { title: 'Top', cards: [chart('One', 0), chart('Two', 4)] },
    { title: 'Rest', cards: [text('Below', 0)] },
  ]
  const reply = await page.request.post(`${url}/facet/v1/projects/1/dashboards`, {
    data: { name, sections },
    headers: { origin: url },
  })
  expect(reply.status()).toBe(201)
  return reply.json()
}

/** Opens such a dashboard for editing. */
async function edit(): Promise<Made> {
  const made = await make(nameOf('Draft'))
  await page.goto(`${url}/p/1/dashboards/${made.id}?edit=true`)
  await page.getByRole('button', { name: 'Menu of One' }).waitFor()
  return made
}

async function read({ id }: Made): Promise<Made> {
  return (await page.request.get(`${url}/facet/v1/projects/1/dashboards/${id}`)).json()
}

async function patch({ id }: Made, data: unknown): Promise<void> {
  const reply = await page.request.patch(`${url}/facet/v1/projects/1/dashboards/${id}`, {
    data,
    headers: { origin: url },
  })
  expect(reply.status()).toBe(200)
}

function names({ sections }: Made): string[][] {
  return sections.map(({ cards }) =>
    cards.map(({ charts: [first] }) => first?.title || (first?.options.text ?? '').replace('# ', '')),
  )
}

async function cardOf(made: Made, title: string): Promise<MadeCard> {
  const { sections } = await read(made)
  const found = sections.flatMap(({ cards }) => cards).find(({ charts }) => charts[0]?.title === title)
  if (found === undefined) throw new Error(`No card ${title}`)
  return found
}

/** Waits until the server has everything. */
async function saved(): Promise<void> {
  await page.getByRole('toolbar', { name: 'Editing' }).getByText('Saved', { exact: true }).waitFor()
}

async function menu(card: string, item: string): Promise<void> {
  await page
    .getByRole('button', { name: `Menu of ${card}` })
    .first()
    .click()
  await page
    .getByRole('group', { name: `Menu of ${card}` })
    .getByRole('button', { name: item, exact: true })
    .click()
}

async function rename(section: string, title: string): Promise<void> {
  const field = page.getByLabel(`Title of ${section}`)
  await field.fill(title)
  await field.press('Enter')
  await saved()
}

async function drag(what: Locator, x: number, y: number): Promise<void> {
  const box = await what.boundingBox()
  if (box === null) throw new Error('Not in sight')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + x / 2, box.y + y / 2, { steps: 4 })
  await page.mouse.move(box.x + box.width / 2 + x, box.y + box.height / 2 + y, { steps: 6 })
  await page.mouse.up()
}

async function expectCount(what: Locator, expected: number): Promise<void> {
  await what.nth(expected - 1).waitFor()
  await what.nth(expected).waitFor({ state: 'detached' })
}

async function openJson(): Promise<Locator> {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'As JSON' }).click()
  const editor = page.getByRole('textbox', { name: 'Dashboard as JSON' })
  await editor.waitFor()
  return editor
}

async function addChart(): Promise<Locator> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Chart', exact: true }).click()
  return page.getByRole('dialog')
}

function preview(): Locator {
  return page.getByRole('dialog').getByRole('region', { name: 'Preview' })
}

function button(name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}
