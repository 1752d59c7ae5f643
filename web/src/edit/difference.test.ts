import { expect, test } from 'vitest'
import type { Dashboard } from '../api/dashboards.ts'
import type { Board } from './board.ts'
import { apply, type Change } from './change.ts'
import { differences } from './difference.ts'
import { card, chart, dashboard, sample } from './samples.ts'

const told = (...changes: Change[]) => {
  const before = sample()
  return differences(before, { ...before, ...changes.reduce<Board>(apply, before) })
}

test('the same is no difference, in whatever order fields come', () => {
  const query = { query: 'select 11', kind: 'HogQLQuery' }
  const same = dashboard(
    2,
    {
      title: 'Top',
      cards: [
        card(1, [0, 0, 6, 4], chart(11, 'Visits', { query })),
        card(2, [6, 0, 6, 4], chart(12, 'Orders')),
      ],
    },
    { title: 'Rest', cards: [] },
  )
  expect(differences(sample(), same)).toEqual([])
})

test('cards that came, went and moved are named', () => {
  expect(told({ kind: 'add', section: 1, card: card(7, [0, 0, 6, 4], chart(17, 'Returns')) })).toEqual([
    'Added “Returns”',
  ])
  expect(told({ kind: 'remove', card: 1 })).toEqual(['Removed “Visits”'])
  expect(told({ kind: 'to section', card: 1, section: 1 })).toEqual(['Moved “Visits” to “Rest”'])
  expect(told({ kind: 'arrange', spots: [{ id: 1, x: 0, y: 4, w: 6, h: 4 }] })).toEqual(['Moved “Visits”'])
  expect(told({ kind: 'arrange', spots: [{ id: 1, x: 0, y: 0, w: 6, h: 8 }] })).toEqual(['Resized “Visits”'])
})

test('many moves are one sentence', () => {
  const spots = [
    { id: 1, x: 6, y: 0, w: 6, h: 4 },
    { id: 2, x: 0, y: 0, w: 6, h: 4 },
  ]
  expect(told({ kind: 'arrange', spots })).toEqual(['Arranged 2 cards anew'])
})

test('what a chart is called, drawn as and asks is told apart', () => {
  const change = (now: object): Change => ({ kind: 'chart', chart: 11, now, of: 'Visits' })
  expect(told(change({ title: 'Visitors' }))).toEqual(['Called “Visits” “Visitors”'])
  expect(told(change({ type: 'pie' }))).toEqual(['Drew “Visits” as pie instead of line'])
  expect(told(change({ query: {} }))).toEqual(['Changed the question of “Visits”'])
  expect(told(change({ options: { a: 1 } }))).toEqual(['Changed how “Visits” is drawn'])
})

test('a text is told by its first words', () => {
  const text = (words: string): Dashboard =>
    dashboard(1, {
      title: '',
      cards: [card(1, [0, 0, 6, 4], chart(11, '', { type: 'text', query: null, options: { text: words } }))],
    })
  expect(differences(text('# Old\nmore'), text('# New\nmore'))).toEqual(['Rewrote the text “New”'])
})

test('sections are told', () => {
  expect(told({ kind: 'add section', title: 'More' })).toEqual(['Added the section “More”'])
  expect(told({ kind: 'remove section', section: 1 })).toEqual(['Removed the section “Rest”'])
  expect(told({ kind: 'rename section', section: 1, title: 'Other' })).toEqual([
    'Called the section “Rest” “Other”',
  ])
  expect(told({ kind: 'shift section', section: 1, by: -1 })).toEqual(['Put sections in another order'])
})
