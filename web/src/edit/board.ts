import type { Card, Dashboard, Section } from '../api/dashboards.ts'
import { say } from '../lang/say.ts'

/** What a change changes: the part of a dashboard that is sent to the server. */
export type Board = Pick<Dashboard, 'name' | 'description' | 'sections'>

/** What is new has a number below zero until the server gives it one. */
export function isNew({ id }: { readonly id: number | string }): boolean {
  return typeof id === 'number' && id < 0
}

/** Below those that were made before the page was loaded anew, which may have been kept. */
let last = -Date.now()

export function newId(): number {
  last -= 1
  return last
}

export function cardsOf(board: Pick<Board, 'sections'>): Card[] {
  return board.sections.flatMap(({ cards }) => cards)
}

export function findCard(board: Pick<Board, 'sections'>, id: Card['id']): Card | undefined {
  return cardsOf(board).find((card) => card.id === id)
}

/** What a card is called in menus and sentences. */
export function cardName(card: Card | undefined): string {
  const [first] = card?.charts ?? []
  if (first === undefined) return say('Empty card')
  if (first.title) return first.title
  return first.type === 'text' ? textName(String(first.options?.text ?? '')) : say('Untitled chart')
}

export function sectionName(section: Section | undefined, index: number): string {
  return section?.title || say('Section {number}', { number: index + 1 })
}

function textName(text: string): string {
  const [line = ''] = text.split('\n').filter((part) => part.trim() !== '')
  const plain = line.replace(/[#*_`>]/g, '').trim()
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain || say('Empty text')
}

/** A copy with numbers of its own, whose charts ask for themselves. */
export function copyOf(card: Card): Card {
  return {
    ...card,
    id: newId(),
    charts: card.charts.map((chart) => ({ ...chart, id: newId(), insight: null })),
  }
}

/** The sections as the server takes them. */
export function wireSections(sections: readonly Section[]): unknown {
  return sections.map(({ title, cards }) => ({ title, cards: cards.map(wireCard) }))
}

function wireCard(card: Card): unknown {
  return { ...known(card), charts: card.charts.map(known) }
}

function known<T extends { readonly id: number | string }>(one: T): Omit<T, 'id'> {
  const { id, ...rest } = one
  return isNew(one) ? rest : { id, ...rest }
}
