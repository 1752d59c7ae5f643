// How fast the page is, at FACET_URL with the demo's data: `npm run build`, the server, `FACET_URL=… npm run speed`.
import { gzipSync } from 'node:zlib'
import { runnerImport } from 'vite'

const { module: browsers } = await runnerImport('./e2e/browser.ts')
const url = (process.env.FACET_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '')
const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'
const rounds = Number(process.argv[2] ?? 15)
const dashboard = process.env.FACET_DASHBOARD_PATH ?? '/p/1/dashboards/1'

/** Notes the first drawing, and every task that holds the page up. */
function watch() {
  window.times = { first: 0, tasks: [] }
  const drawn = () => document.querySelector('[role=img] svg path') !== null
  new MutationObserver(() => {
    if (window.times.first === 0 && drawn()) window.times.first = performance.now()
  }).observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.times.tasks.push([startTime, duration])
  }).observe({ type: 'longtask', buffered: true })
}

const browser = await browsers.launch()
const entrance = await browser.newContext(browsers.wide)
const guest = await entrance.newPage()
await browsers.logIn(guest, url, email, password)
const storageState = await entrance.storageState()

const cold = []
const warm = []
for (let round = 0; round < rounds; round++) {
  const context = await browser.newContext({ ...browsers.wide, storageState })
  await context.addInitScript(watch)
  const page = await context.newPage()
  cold.push(await visit(page, dashboard))
  warm.push(await visit(page, dashboard))
  await context.close()
}
row('script of the dashboard, compressed', '350 kB', `${Math.round((await scriptOf(dashboard)) / 1000)} kB`)
row('first chart, nothing in the cache of the browser', '1.5 s', spread(cold.map(({ first }) => first)))
row('first chart, scripts in the cache', '1.5 s', spread(warm.map(({ first }) => first)))
await scrolling()
await browser.close()

async function visit(page, path) {
  await page.goto(url + path)
  await page.waitForFunction(
    () => window.times.first > 0 && document.querySelector('[aria-busy=true]') === null,
  )
  return page.evaluate(() => window.times)
}

async function scriptOf(path) {
  const page = await (await browser.newContext({ ...browsers.wide, storageState })).newPage()
  const sizes = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(url + path)
  await page.getByText('As of').waitFor()
  await page.waitForLoadState('networkidle')
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** A dashboard of thirty cards, from its top to its end and back. */
async function scrolling() {
  const context = await browser.newContext({ ...browsers.wide, storageState })
  await context.addInitScript(watch)
  const page = await context.newPage()
  const all = `${url}/facet/v1/projects/1/dashboards`
  const headers = { origin: url }
  const made = await (await page.request.post(all, { headers, data: thirty() })).json()
  try {
    await visit(page, `/p/1/dashboards/${made.id}`)
    await page.waitForTimeout(1000)
    const from = await page.evaluate(() => performance.now())
    for (const step of [...Array(40).fill(200), ...Array(40).fill(-200)]) {
      await page.mouse.wheel(0, step)
      await page.waitForTimeout(30)
    }
    await page.waitForTimeout(500)
    const { tasks } = await page.evaluate(() => window.times)
    const during = tasks.filter(([start]) => start >= from).map(([, duration]) => duration)
    const longest = during.length === 0 ? 'none of 50 ms' : `${Math.round(Math.max(...during))} ms`
    row('longest task while thirty cards are scrolled', '100 ms', `${longest} (${during.length} above 50 ms)`)
    const before = tasks.filter(([start]) => start < from).map(([, duration]) => duration)
    row('longest task while they are drawn', '–', `${Math.round(Math.max(0, ...before))} ms`)
  } finally {
    await page.request.delete(`${all}/${made.id}`, { headers })
  }
}

function thirty() {
  const types = ['line', 'columns', 'area', 'bars', 'pie', 'table']
  const displays = [
    'ActionsLineGraph',
    'ActionsBar',
    'ActionsAreaGraph',
    'ActionsBarValue',
    'ActionsPie',
    'ActionsTable',
  ]
  const cards = Array.from({ length: 30 }, (_, index) => {
    const at = index % types.length
    const series = [{ kind: 'EventsNode', event: '$pageview' }]
    const query = {
      kind: 'TrendsQuery',
      series,
      dateRange: { date_from: `-${20 + index}d` },
      breakdownFilter: { breakdown: '$browser', breakdown_type: 'event' },
      trendsFilter: { display: displays[at] },
    }
    const charts = [{ title: `Chart ${index + 1}`, type: types[at], query }]
    return { x: (index % 3) * 4, y: Math.floor(index / 3) * 4, w: 4, h: 4, charts }
  })
  return { name: 'Thirty cards', sections: [{ title: '', cards }] }
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round)
  return `${sorted[0]}, ${sorted[Math.floor(sorted.length / 2)]}, ${sorted.at(-1)} ms`
}

function row(what, goal, measured) {
  console.log(`| ${what} | ${goal} | ${measured} |`)
}
