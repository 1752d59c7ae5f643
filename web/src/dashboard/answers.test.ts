import { expect, test } from 'vitest'
import type { ChartResult } from '../api/answers.ts'
import { type Answers, noAnswers, outdated, receive } from './answers.ts'

const chart = (id: number, value: number): ChartResult => ({
  id,
  title: `Chart ${id}`,
  type: 'metric',
  columns: [
    { name: 'series', type: 'integer' },
    { name: 'value', type: 'number' },
  ],
  rows: [[0, value]],
})

const started = (answers: Answers, charts = 2) =>
  receive(answers, { type: 'start', position: 9, as_of: '2026-07-01T10:00:00Z', charts })

test('charts fill their places in any order', () => {
  const answers = receive(started(noAnswers), { type: 'chart', index: 1, chart: chart(2, 5) })
  expect(answers.slots.map((slot) => slot.fresh)).toEqual([false, true])
  expect(answers.slots[0]?.result).toBeNull()
  expect(answers.position).toBe(9)
})

test('a new question keeps the old charts, marked as old', () => {
  const first = receive(started(noAnswers), { type: 'chart', index: 0, chart: chart(1, 5) })
  const second = started(outdated(first))
  expect(second.slots[0]).toMatchObject({ result: chart(1, 5), fresh: false })
  const replaced = receive(second, { type: 'chart', index: 0, chart: chart(1, 6) })
  expect(replaced.slots[0]).toMatchObject({ result: chart(1, 6), fresh: true })
})

test('charts that a newer revision no longer has disappear', () => {
  const first = receive(started(noAnswers), { type: 'chart', index: 1, chart: chart(2, 5) })
  expect(started(outdated(first), 1).slots).toHaveLength(1)
})

test('the end completes', () => {
  expect(receive(started(noAnswers), { type: 'end' }).complete).toBe(true)
})
