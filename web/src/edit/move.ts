import { moveElement, verticalCompactor } from 'react-grid-layout/core'
import type { Card } from '../api/dashboards.ts'
import { columns, placed } from '../dashboard/layout.ts'
import type { Spot } from './change.ts'

export interface Item {
  readonly i: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Where the cards of a section stand, as the grid takes it. */
export function itemsOf(cards: readonly Card[]): Item[] {
  return placed(cards).map(({ card, x, y, w, h }) => ({ i: String(card.id), x, y, w, h }))
}

/** The places of those cards that stand elsewhere than before. */
export function spotsOf(cards: readonly Card[], items: readonly Item[]): Spot[] {
  return cards.flatMap((card) => {
    const item = items.find(({ i }) => i === String(card.id))
    if (item === undefined) return []
    const { x, y, w, h } = item
    const stays = card.x === x && card.y === y && card.w === w && card.h === h
    return stays ? [] : [{ id: card.id, x, y, w, h }]
  })
}

export interface Step {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const keys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What a key does to a card: arrows move it, with Shift they make it larger or smaller. */
export function stepOf(key: string, shift: boolean): Step | null {
  const step = keys[key]
  if (step === undefined) return null
  const [across, down] = step
  return shift ? { x: 0, y: 0, w: across, h: down } : { x: across, y: down, w: 0, h: 0 }
}

/** The cards after one of them took a step; null when it cannot. */
export function stepped(cards: readonly Card[], id: Card['id'], step: Step): Spot[] | null {
  const items = itemsOf(cards)
  const item = items.find(({ i }) => i === String(id))
  if (item === undefined) return null
  const w = clamp(item.w + step.w, 1, columns - item.x)
  const h = Math.max(1, item.h + step.h)
  const x = clamp(item.x + step.x, 0, columns - w)
  const y = targetRow(items, item, step.y)
  const sized = items.map((one) => (one === item ? { ...one, w, h } : { ...one }))
  const subject = sized.find(({ i }) => i === item.i) ?? item
  const moved =
    step.x === 0 && step.y === 0 ? sized : moveElement(sized, subject, x, y, true, false, 'vertical', columns)
  const spots = spotsOf(cards, verticalCompactor.compact(moved, columns))
  return spots.length === 0 ? null : spots
}

/** Up goes above the card that stands there, down below it: single rows would only spring back. */
function targetRow(items: readonly Item[], item: Item, down: number): number {
  if (down === 0) return item.y
  const across = items.filter((one) => one !== item && one.x < item.x + item.w && item.x < one.x + one.w)
  if (down < 0) return Math.max(0, ...across.filter(({ y }) => y < item.y).map(({ y }) => y))
  const next = across.filter(({ y }) => y >= item.y + item.h).sort((a, b) => a.y - b.y)[0]
  return next === undefined ? item.y : next.y + next.h - item.h + 1
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
