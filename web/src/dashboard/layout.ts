import type { Card, Chart, Section } from '../api/dashboards.ts'

export const columns = 12

export interface Placed {
  readonly card: Card
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * Where the cards of a section stand: inside the 12 columns, none on another, each moved up as far as
 * it goes. In reading order, which is also the order on narrow screens and for the keyboard.
 */
export function placed(cards: readonly Card[]): Placed[] {
  const done: Placed[] = []
  for (const card of [...cards].sort((a, b) => a.y - b.y || a.x - b.x)) {
    done.push(settle(fitted(card), done))
  }
  return done.sort((a, b) => a.y - b.y || a.x - b.x)
}

/** The first row below all cards. */
export function bottomOf(cards: readonly Card[]): number {
  return Math.max(0, ...placed(cards).map(({ y, h }) => y + h))
}

function fitted(card: Card): Placed {
  const w = clamp(Math.round(card.w), 1, columns)
  const x = clamp(Math.round(card.x), 0, columns - w)
  return { card, x, y: Math.max(0, Math.round(card.y)), w, h: Math.max(1, Math.round(card.h)) }
}

/** The highest free row at or above the card's own; below it when that is taken. */
function settle(card: Placed, others: readonly Placed[]): Placed {
  let y = card.y
  while (others.some((other) => overlap({ ...card, y }, other))) y++
  while (y > 0 && !others.some((other) => overlap({ ...card, y: y - 1 }, other))) y--
  return { ...card, y }
}

function overlap(a: Placed, b: Placed): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

/** The place of each chart in the order in which answers come: sections, cards, charts. */
export function chartOrder(sections: readonly Section[]): ReadonlyMap<Chart, number> {
  const charts = sections.flatMap((section) => section.cards.flatMap((card) => card.charts))
  return new Map(charts.map((chart, index) => [chart, index]))
}
