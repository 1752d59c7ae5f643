// The pictures of docs/screenshots, taken of a demo server: `FACET_URL=… npm run pictures`.
import { runnerImport } from 'vite'

const url = process.env.FACET_URL
if (!url) throw new Error('Name a demo server in FACET_URL, as `./facet demo` prints it.')
const { module: browsers } = await runnerImport('./e2e/browser.ts')
const folder = new URL('../../docs/screenshots/', import.meta.url).pathname
const browser = await browsers.launch()

const wide = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' }
const dark = { ...wide, colorScheme: 'dark' }
const phone = { viewport: { width: 390, height: 844 }, locale: 'de-DE' }

const board = (id) => async (page) => {
  await page.goto(`${url}/p/1/dashboards/${id}`)
  await page.getByText('As of').waitFor()
  await page.waitForLoadState('networkidle')
}

const invoices = [
  'Invoice,Customer,Net,Currency,Date,State',
  'INV-2041,cust_017,129.00,EUR,2026-11-02,PAID',
  'INV-2042,cust_105,48.50,EUR,2026-11-03,OPEN',
  'INV-2043,cust_233,a lot,EUR,2026-11-03,OPEN',
  'INV-2044,cust_061,310.00,ZZZ,2026-11-04,PAID',
].join('\n')

const pictures = [
  ['overview', wide, board(1)],
  ['acquisition', dark, board(2)],
  ['business', wide, board(5)],
  ['social', wide, board(4)],
  ['persons', wide, persons],
  ['question', wide, question],
  ['editing', dark, editing],
  ['sharing', wide, sharing],
  ['import', wide, importing],
  ['data', wide, data],
  ['phone', phone, german],
]

for (const [name, look, show] of pictures) {
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await logIn(page)
  await show(page)
  await page.waitForTimeout(700)
  await page.screenshot({ path: `${folder}${name}.png` })
  await context.close()
}
await browser.close()

async function logIn(page) {
  await page.goto(`${url}/login?to=/dashboards`)
  await page.locator('input[type=email]').fill('ada@example.com')
  await page.locator('input[type=password]').fill('correct-horse-battery')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Dashboards', level: 1 }).waitFor()
}

async function persons(page) {
  await board(1)(page)
  const card = page.getByRole('region', { name: 'Buyers by country' })
  await card.getByRole('button', { name: 'Show Buyers by country as a table' }).click()
  await card
    .getByRole('button', { name: /^What is behind DE/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Show who is behind this' }).click()
  await page
    .getByRole('dialog')
    .getByText(/persons$/)
    .waitFor()
}

async function question(page) {
  await editing(page)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Chart', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Visitors by browser')
  await dialog.getByLabel('Event').first().fill('$pageview')
  await dialog.getByLabel('Measured by').selectOption('Unique persons')
  await dialog.getByRole('button', { name: 'Add a breakdown' }).click()
  await dialog.getByLabel('Property').first().fill('$browser')
  await dialog
    .getByRole('list', { name: /^Legend of/ })
    .getByText('Chrome')
    .waitFor()
}

async function editing(page) {
  await board(1)(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('toolbar', { name: 'Editing' }).waitFor()
}

async function sharing(page) {
  await board(6)(page)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'New link' }).click()
  await page.getByRole('dialog').getByLabel('Password').first().waitFor()
}

async function importing(page) {
  await page.goto(`${url}/p/1/settings/import`)
  await page.getByLabel('Dataset', { exact: true }).selectOption('invoices')
  const file = { name: 'invoices.csv', mimeType: 'text/csv', buffer: Buffer.from(invoices) }
  await page.getByLabel('Drop a file here, or choose one').setInputFiles(file)
  await page.getByLabel('Net fills').selectOption('amount')
  const rows = page.getByRole('table', { name: 'First rows' })
  await rows.getByRole('cell', { name: /48.5/ }).waitFor()
  await rows.scrollIntoViewIfNeeded()
}

async function data(page) {
  await page.goto(`${url}/p/1/settings/data`)
  await page.getByRole('row', { name: /^\$pageview/ }).waitFor()
}

async function german(page) {
  await page.goto(`${url}/p/1/dashboards/1`)
  await page.getByRole('status').filter({ hasText: 'Stand' }).waitFor()
  await page.waitForLoadState('networkidle')
}
