import axe from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Run {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** What on the page breaks WCAG 2.2 AA, as far as a program can tell: the rule, and the elements that break it. */
export async function violations(page: Page): Promise<string[]> {
  // The page's policy keeps out scripts of others: the checks are handed over, not loaded.
  await page.evaluate(axe.source)
  const found = await page.evaluate((values) => {
    const checks = Reflect.get(window, 'axe') as { run: (options: object) => Promise<Run> }
    return checks.run({ runOnly: { type: 'tag', values } })
  }, rules)
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
