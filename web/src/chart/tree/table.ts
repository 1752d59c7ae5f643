import type { Cell, TreePoint } from '../../api/answers.ts'
import { say } from '../../lang/say.ts'
import { valueName } from '../cell.ts'
import { columnTitle } from '../plot.ts'
import type { Table } from '../table.ts'
import { numberLocale, plainNumber } from './numbers.ts'
import { bucketsOf, keyOf, numberAt, titleName } from './plot.ts'

/** Points as rows that can be sorted, some of which open. */
export interface TreeTable {
  readonly columns: readonly string[]
  readonly rows: readonly TreeRow[]
}

export interface TreeRow {
  readonly key: string
  readonly values: readonly (number | null)[]
  readonly opens: boolean
}

/** What rows are sorted by: a column, or the key at -1. */
export interface Order {
  readonly column: number
  readonly descending: boolean
}

/** @param behind whether it stands behind a drawing, and shows what its numbers were computed from */
export function treeTable(
  points: readonly TreePoint[],
  titles: readonly string[],
  xKey: string,
  behind: boolean,
): TreeTable {
  const named = titles.flatMap((title) => [
    { column: title, name: titleName(title) },
    ...(behind ? origins(points, title) : []),
  ])
  return {
    columns: named.map(({ name }) => name),
    rows: points.map((point) => ({
      key: keyOf(point, xKey),
      values: named.map(({ column }) => numberAt(point, column)),
      opens: bucketsOf(point).length > 0,
    })),
  }
}

function origins(points: readonly TreePoint[], title: string) {
  const known = [
    { column: `${title}-percentage`, name: say('{name}, percentage', { name: titleName(title) }) },
    { column: `${title}-count`, name: say('{name}, as counted', { name: titleName(title) }) },
  ]
  return known.filter(({ column }) => points.some((point) => numberAt(point, column) !== null))
}

/** Rows without a value stay last either way. */
export function sorted({ rows }: TreeTable, order: Order | null): readonly TreeRow[] {
  if (order === null) return rows
  const { column, descending } = order
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => {
    if (column < 0) return sign * a.key.localeCompare(b.key, undefined, { numeric: true })
    const [left, right] = [a.values[column] ?? null, b.values[column] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}

export function cellText(value: number | null): string {
  return value === null ? '–' : plainNumber(value)
}

/** Rows of a selection, with a column for each field that any of them has. */
export function selectionTable(rows: readonly Readonly<Record<string, Cell>>[]): Table {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const isNumeric = (name: string) => rows.every((row) => row[name] == null || typeof row[name] === 'number')
  return {
    headings: names.map((name) => ({ title: columnTitle(name), numeric: isNumeric(name) })),
    rows: rows.map((row) => names.map((name) => fieldText(row[name] ?? null))),
  }
}

function fieldText(cell: Cell): string {
  if (cell === null) return '–'
  if (typeof cell === 'object') return JSON.stringify(cell)
  return valueName(cell, numberLocale())
}
