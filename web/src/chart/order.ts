import type { Cell } from '../api/answers.ts'
import { numberOf } from './cell.ts'
import type { Table } from './table.ts'

/** By which column rows are sorted. */
export interface Order {
  readonly column: number
  readonly descending: boolean
}

/** The places of a table's rows in an order; empty cells come last either way. */
export function orderOf(table: Table, order: Order | null): number[] {
  const places = table.rows.map((_, index) => index)
  if (order === null) return places
  const { column, descending } = order
  const numeric = table.headings[column]?.numeric ?? false
  const cell = (place: number) => table.values?.[place]?.[column] ?? table.rows[place]?.[column] ?? null
  return places.sort((one, other) => compared(cell(one), cell(other), numeric, descending) || one - other)
}

/** What a click on a heading leads to: numbers from the largest first, texts from A; then turned; then as they came. */
export function nextOrder(order: Order | null, column: number, numeric: boolean): Order | null {
  if (order?.column !== column) return { column, descending: numeric }
  return order.descending === numeric ? { column, descending: !numeric } : null
}

function compared(one: Cell, other: Cell, numeric: boolean, descending: boolean): number {
  const [a, b] = numeric ? [numberOf(one), numberOf(other)] : [textOf(one), textOf(other)]
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const rank =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), undefined, { numeric: true })
  return descending ? -rank : rank
}

function textOf(cell: Cell): string | null {
  return cell === null || cell === '' ? null : typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}
