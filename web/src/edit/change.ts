import type { Card, Chart, Section } from '../api/dashboards.ts'
import { bottomOf } from '../dashboard/layout.ts'
import { say } from '../lang/say.ts'
import { never } from '../lib/never.ts'
import { type Board, cardName, copyOf, findCard, sectionName } from './board.ts'

export interface Spot {
  readonly id: Card['id']
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** One thing that somebody does to a dashboard. It names cards, so that it also fits a newer revision. */
export type Change =
  | { readonly kind: 'describe'; readonly name: string; readonly description: string }
  | { readonly kind: 'arrange'; readonly spots: readonly Spot[] }
  | { readonly kind: 'add'; readonly section: number; readonly card: Card }
  | { readonly kind: 'duplicate'; readonly of: Card['id']; readonly copy: Card }
  | { readonly kind: 'remove'; readonly card: Card['id'] }
  | { readonly kind: 'to section'; readonly card: Card['id']; readonly section: number }
  | { readonly kind: 'chart'; readonly chart: Chart['id']; readonly now: Partial<Chart>; readonly of: string }
  | { readonly kind: 'add section'; readonly title: string }
  | { readonly kind: 'rename section'; readonly section: number; readonly title: string }
  | { readonly kind: 'remove section'; readonly section: number }
  | { readonly kind: 'shift section'; readonly section: number; readonly by: -1 | 1 }

/** The board after the change. What the change names and is not there any more stays away. */
export function apply(board: Board, change: Change): Board {
  switch (change.kind) {
    case 'describe':
      return { ...board, name: change.name, description: change.description }
    default:
      return { ...board, sections: applied(board.sections, change) }
  }
}

function applied(sections: readonly Section[], change: Exclude<Change, { kind: 'describe' }>): Section[] {
  switch (change.kind) {
    case 'arrange':
      return mapCards(sections, (card) => arranged(card, change.spots))
    case 'add':
      return put(sections, change.section, change.card)
    case 'duplicate':
      return duplicated(sections, change.of, change.copy)
    case 'remove':
      return without(sections, change.card)
    case 'to section':
      return moved(sections, change.card, change.section)
    case 'chart':
      return mapCards(sections, (card) => ({ ...card, charts: card.charts.map((c) => charted(c, change)) }))
    case 'add section':
      return [...sections, { title: change.title, cards: [] }]
    case 'rename section':
      return sections.map((section, at) =>
        at === change.section ? { ...section, title: change.title } : section,
      )
    case 'remove section':
      return sections.filter((_, at) => at !== change.section)
    case 'shift section':
      return shifted(sections, change.section, change.by)
    default:
      return never(change)
  }
}

export function duplicate(card: Card): Change {
  return { kind: 'duplicate', of: card.id, copy: copyOf(card) }
}

function arranged(card: Card, spots: readonly Spot[]): Card {
  const spot = spots.find(({ id }) => id === card.id)
  return spot === undefined ? card : { ...card, x: spot.x, y: spot.y, w: spot.w, h: spot.h }
}

function charted(chart: Chart, change: { chart: Chart['id']; now: Partial<Chart> }): Chart {
  return chart.id === change.chart ? { ...chart, ...change.now } : chart
}

/** Below what is there; a section that is gone is made anew. */
function put(sections: readonly Section[], index: number, card: Card): Section[] {
  const target = sections[Math.min(index, sections.length - 1)]
  if (target === undefined) return [{ title: '', cards: [{ ...card, y: 0 }] }]
  const placed = { ...card, y: bottomOf(target.cards) }
  return sections.map((section) =>
    section === target ? { ...section, cards: [...section.cards, placed] } : section,
  )
}

/** A copy stands beside its original where there is room, else below all. */
function duplicated(sections: readonly Section[], of: Card['id'], copy: Card): Section[] {
  const index = sections.findIndex(({ cards }) => cards.some(({ id }) => id === of))
  return put(sections, Math.max(index, 0), { ...copy, x: index < 0 ? 0 : copy.x })
}

function without(sections: readonly Section[], id: Card['id']): Section[] {
  return sections.map((section) => ({ ...section, cards: section.cards.filter((card) => card.id !== id) }))
}

function moved(sections: readonly Section[], id: Card['id'], to: number): Section[] {
  const card = findCard({ sections }, id)
  return card === undefined ? [...sections] : put(without(sections, id), to, card)
}

function shifted(sections: readonly Section[], index: number, by: -1 | 1): Section[] {
  const one = sections[index]
  const other = sections[index + by]
  if (one === undefined || other === undefined) return [...sections]
  return sections.with(index, other).with(index + by, one)
}

function mapCards(sections: readonly Section[], change: (card: Card) => Card): Section[] {
  return sections.map((section) => ({ ...section, cards: section.cards.map(change) }))
}

/** The change in words, as something done: “Moved cards”. */
export function sentence(change: Change, board: Board): string {
  switch (change.kind) {
    case 'describe':
      return say('Called the dashboard “{name}”', { name: change.name })
    case 'arrange':
      return say('Arranged cards')
    case 'add':
      return say('Added “{name}”', { name: cardName(change.card) })
    case 'duplicate':
      return say('Duplicated “{name}”', { name: cardName(change.copy) })
    case 'remove':
      return say('Removed “{name}”', { name: cardName(findCard(board, change.card)) })
    case 'to section':
      return say('Moved “{name}” to another section', { name: cardName(findCard(board, change.card)) })
    case 'chart':
      return say('Changed “{name}”', { name: change.now.title || change.of })
    default:
      return sectionSentence(change, board)
  }
}

type SectionChange = Extract<Change, { kind: `${string} section` }>

function sectionSentence(
  change: Exclude<SectionChange, { kind: 'to section' }>,
  { sections }: Board,
): string {
  switch (change.kind) {
    case 'add section':
      return say('Added the section “{name}”', { name: change.title })
    case 'rename section':
      return say('Called a section “{name}”', { name: change.title })
    case 'remove section':
      return say('Removed “{name}”', { name: sectionName(sections[change.section], change.section) })
    case 'shift section':
      return say('Moved “{name}”', { name: sectionName(sections[change.section], change.section) })
    default:
      return never(change)
  }
}
