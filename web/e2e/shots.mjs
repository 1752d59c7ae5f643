// Pictures of the page for looking at: `npm run build && npm run shots`.
import { mkdir } from 'node:fs/promises'
import { runnerImport } from 'vite'

const { module: stubs } = await runnerImport('./e2e/stub/server.ts')
const { module: browsers } = await runnerImport('./e2e/browser.ts')
const folder = new URL('./shots/', import.meta.url).pathname
await mkdir(folder, { recursive: true })
const stub = await stubs.startStub({ now: new Date('2026-11-23T10:00:00Z') })
const fresh = await stubs.startStub({ empty: true })
const browser = await browsers.launch()
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1440, 1024, 390]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const shot = (name) =>
      page.screenshot({ path: `${folder}${name}-${width}-${colorScheme}.png`, fullPage: true })
    await page.goto(`${stub.url}/login`)
    await page.getByLabel('Email').waitFor()
    await shot('login')
    await browsers.logIn(page, stub.url, 'ada@example.com', 'correct-horse-battery')
    await page.getByRole('link', { name: 'Web shop' }).waitFor()
    await shot('list')
    await page.goto(`${stub.url}/dashboards?project=2`)
    await page.getByRole('region', { name: 'First steps' }).waitFor()
    await shot('empty')
    await page.goto(`${stub.url}/p/1/dashboards/3?compare=true`)
    await page.getByText('As of').waitFor()
    await page.waitForTimeout(700)
    await shot('dashboard')
    await page.getByRole('button', { name: /Date range/ }).click()
    await page.screenshot({ path: `${folder}range-${width}-${colorScheme}.png` })
    await page.goto(`${stub.url}/p/1/dashboards/6`)
    await page.getByText('As of').waitFor()
    await page.waitForTimeout(700)
    await shot('trees')
    if (width === 390) {
      await page.goto(`${fresh.url}/setup`)
      await page.getByLabel('Organisation').waitFor()
      await shot('setup')
    }
    await context.close()
  }
}
await browser.close()
await stub.close()
await fresh.close()
