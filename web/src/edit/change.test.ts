import { expect, test } from 'vitest'
import { type Board, cardsOf, wireSections } from './board.ts'
import { apply, type Change, duplicate, sentence } from './change.ts'
import { card, chart, sample } from './samples.ts'

const after = (...changes: Change[]) => changes.reduce<Board>(apply, sample())
const titles = (board: Board) =>
  board.sections.map(({ cards }) => cards.map(({ charts }) => charts[0]?.title))
const places = (board: Board) => cardsOf(board).map(({ id, x, y, w, h }) => [id, x, y, w, h])

test('cards are arranged by their numbers, others stay', () => {
  const spots = [{ id: 2, x: 0, y: 4, w: 12, h: 2 }]
  expect(places(after({ kind: 'arrange', spots }))).toEqual([
    [1, 0, 0, 6, 4],
    [2, 0, 4, 12, 2],
  ])
})

test('a new card stands below what is there', () => {
  const board = after({ kind: 'add', section: 0, card: card(-5, [0, 0, 6, 4], chart(-6, 'New')) })
  expect(places(board).at(-1)).toEqual([-5, 0, 4, 6, 4])
})

test('a card for a section that is gone goes to the last one, and makes one where there is none', () => {
  const made = card(-5, [0, 3, 6, 4], chart(-6, 'New'))
  expect(titles(after({ kind: 'add', section: 9, card: made }))).toEqual([['Visits', 'Orders'], ['New']])
  const empty = { name: '', description: '', sections: [] }
  expect(places(apply(empty, { kind: 'add', section: 0, card: made }))).toEqual([[-5, 0, 0, 6, 4]])
})

test('a copy has numbers of its own and asks for itself', () => {
  const [first] = cardsOf(sample())
  if (first === undefined) throw new Error('No card')
  const board = after(duplicate(first))
  const copy = cardsOf(board).at(-1)
  expect(copy?.charts[0]).toMatchObject({ title: 'Visits', insight: null, query: first.charts[0]?.query })
  expect(Number(copy?.id)).toBeLessThan(0)
  expect(JSON.stringify(wireSections(board.sections))).not.toContain('"id":-')
})

test('a card moves to another section, and stays when there is no such card', () => {
  expect(titles(after({ kind: 'to section', card: 1, section: 1 }))).toEqual([['Orders'], ['Visits']])
  expect(titles(after({ kind: 'to section', card: 9, section: 1 }))).toEqual([['Visits', 'Orders'], []])
})

test('only the named chart changes', () => {
  const board = after({ kind: 'chart', chart: 12, now: { title: 'Paid' }, of: 'Orders' })
  expect(titles(board)).toEqual([['Visits', 'Paid'], []])
})

test('sections are added, named, ordered and removed', () => {
  const names = (board: Board) => board.sections.map(({ title }) => title)
  expect(names(after({ kind: 'add section', title: 'More' }))).toEqual(['Top', 'Rest', 'More'])
  expect(names(after({ kind: 'rename section', section: 1, title: 'Other' }))).toEqual(['Top', 'Other'])
  expect(names(after({ kind: 'shift section', section: 1, by: -1 }))).toEqual(['Rest', 'Top'])
  expect(names(after({ kind: 'shift section', section: 1, by: 1 }))).toEqual(['Top', 'Rest'])
  expect(names(after({ kind: 'remove section', section: 0 }))).toEqual(['Rest'])
})

test('what was done is told in words', () => {
  const told = (change: Change) => sentence(change, sample())
  expect(told({ kind: 'remove', card: 2 })).toBe('Removed “Orders”')
  expect(told({ kind: 'remove section', section: 1 })).toBe('Removed “Rest”')
  expect(told({ kind: 'chart', chart: 12, now: { type: 'pie' }, of: 'Orders' })).toBe('Changed “Orders”')
  expect(told({ kind: 'describe', name: 'Web', description: '' })).toBe('Called the dashboard “Web”')
})
