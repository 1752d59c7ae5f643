import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetAll, keep, keepFor, kept } from './kept.ts'

/** The storage of a tab: what is in it are its own properties, as in a browser. */
class Tab {
  [name: string]: unknown
  getItem(name: string) {
    return this[name] ?? null
  }
  setItem(name: string, value: string) {
    this[name] = value
  }
  removeItem(name: string) {
    delete this[name]
  }
}

let tab: Tab

beforeEach(() => {
  tab = new Tab()
  vi.stubGlobal('window', { sessionStorage: tab })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

test('what was begun is there again for whoever began it', () => {
  keepFor(1)
  keep('dialog/1/5', 'a title')
  keepFor(1)
  expect(kept('dialog/1/5')).toBe('a title')
})

test('whoever logs in next on the tab finds nothing of it, nor does the storage', () => {
  keepFor(1)
  keep('dialog/1/5', 'a title')
  keepFor(12)
  expect(kept('dialog/1/5')).toBeNull()
  expect(Object.keys(tab)).toEqual([])
})

test('what was kept before it was said for whom is nobody’s', () => {
  tab.setItem('facet-kept/dialog/1/5', '"a title"')
  tab.setItem('another', 'thing')
  keepFor(1)
  expect(Object.keys(tab)).toEqual(['another'])
})

test('logging out forgets all', () => {
  keepFor(1)
  keep('changes/1/5', [1])
  forgetAll()
  expect(kept('changes/1/5')).toBeNull()
})
