import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { logIn } from './browser.ts'

/** The server that tests of changes need; without one they are not run. */
export const url = (process.env.FACET_URL ?? '').replace(/\/$/, '')
export const live = test.skipIf(url === '')

const email = process.env.FACET_EMAIL ?? 'ada@example.com'
const password = process.env.FACET_PASSWORD ?? 'correct-horse-battery'

export interface Made {
  readonly id: number
  readonly name: string
  readonly revision: number
}

export function enter(page: Page): Promise<void> {
  return logIn(page, url, email, password)
}

let count = 0

/** A name that no other test gives. */
export function nameOf(what: string): string {
  count += 1
  return `${what} ${Date.now()}-${count}`
}

/** A dashboard with a table of numbers and a count of persons. */
export async function make(page: Page, name: string, more: object = {}): Promise<Made> {
  const table = {
    ...{ title: 'Numbers', type: 'table' },
    query: { kind: 'HogQLQuery', query: 'select number as n from numbers(3)' },
  }
  const persons = {
    ...{ title: 'Persons', type: 'metric' },
    query: {
      kind: 'DatasetTree',
      dataset: { type: 'OTQL', query_text: 'SELECT @count{} FROM UserPoint' },
    },
  }
  const cards = [
    { x: 0, y: 0, w: 6, h: 4, charts: [table] },
    { x: 6, y: 0, w: 6, h: 2, charts: [persons] },
  ]
  return ask(page, 'POST', '/facet/v1/projects/1/dashboards', {
    ...{ name, sections: [{ title: '', cards }] },
    ...more,
  })
}

/** A call to the server in the name of who is logged in. */
export async function ask<T>(page: Page, method: string, path: string, data?: unknown): Promise<T> {
  const reply = await page.request.fetch(`${url}${path}`, {
    method,
    headers: { origin: url },
    ...(data === undefined ? {} : { data }),
  })
  if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
  const text = await reply.text()
  return text === '' ? (undefined as T) : JSON.parse(text)
}

export async function remove(page: Page, made: Made | undefined): Promise<void> {
  if (made !== undefined) await ask(page, 'DELETE', `/facet/v1/projects/1/dashboards/${made.id}`)
}
