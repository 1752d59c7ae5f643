import { expect, test } from 'vitest'
import type { Revision } from '../api/editing.ts'
import { steps } from './timeline.ts'

interface Past {
  readonly restored?: number
  readonly changed?: boolean
}

/** A history with revisions 1, 2, …; the server lists it newest first. */
function history(...past: Past[]): Revision[] {
  return past
    .map(({ restored, changed = true }, index) => ({
      id: index + 1,
      parent: index === 0 ? null : index,
      reason: restored === undefined ? 'edited' : 'reverted',
      changed,
      restored: restored ?? null,
      created_at: '2026-11-23T10:00:00Z',
      created_by: null,
    }))
    .reverse()
}

test('a new dashboard has nothing to undo', () => {
  expect(steps([])).toEqual({ undo: null, redo: null })
  expect(steps(history({ changed: false }))).toEqual({ undo: null, redo: null })
})

test('an edit can be undone, and the undone redone', () => {
  expect(steps(history({}, {}))).toEqual({ undo: 1, redo: null })
  expect(steps(history({}, {}, { restored: 1 }))).toEqual({ undo: null, redo: 2 })
  expect(steps(history({}, {}, { restored: 1 }, { restored: 2 }))).toEqual({ undo: 1, redo: null })
})

test('steps go on further back, and forth again', () => {
  const three = [{}, {}, {}, {}]
  expect(steps(history(...three, { restored: 3 }))).toEqual({ undo: 2, redo: 4 })
  expect(steps(history(...three, { restored: 3 }, { restored: 2 }))).toEqual({ undo: 1, redo: 3 })
  expect(steps(history(...three, { restored: 3 }, { restored: 2 }, { restored: 3 }))).toEqual({
    undo: 2,
    redo: 4,
  })
})

test('bringing back what a step brought back is the same as bringing back the original', () => {
  expect(steps(history({}, {}, { restored: 1 }, { restored: 2 }, { restored: 3 }))).toEqual({
    undo: null,
    redo: 2,
  })
})

test('an edit after an undo begins a new way on', () => {
  expect(steps(history({}, {}, { restored: 1 }, {}))).toEqual({ undo: 1, redo: null })
})

test('an old revision picked from the history is a change like any other', () => {
  expect(steps(history({}, {}, {}, {}, { restored: 1 }))).toEqual({ undo: 4, redo: null })
})

test('revisions that left the content alone are passed over', () => {
  expect(steps(history({}, {}, { changed: false }, { restored: 1 }, { changed: false }))).toEqual({
    undo: null,
    redo: 2,
  })
})
