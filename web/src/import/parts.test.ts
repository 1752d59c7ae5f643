import { expect, test } from 'vitest'
import { cut, EndlessRow, type Limits, type Shape } from './parts.ts'

const csv: Shape = { format: 'csv', delimiter: ';' }
const ndjson: Shape = { format: 'ndjson', delimiter: ',' }
const few: Limits = { bytes: 1000, rows: 2, row: 1000 }

/** The text in pieces of three bytes, as a reader may bring it. */
async function* pieces(text: string) {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3)
}

async function parts(text: string, shape: Shape, most: Limits) {
  const found: [string, number][] = []
  for await (const { bytes, shift } of cut(pieces(text), shape, most)) {
    found.push([new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), shift])
  }
  return found
}

test('each part of a CSV file begins with the names of the columns', async () => {
  expect(await parts('a;b\n1;2\n3;4\n5;6', csv, few)).toEqual([
    ['a;b\n1;2\n3;4\n', 0],
    ['a;b\n5;6', 2],
  ])
})

test('a line end between quotation marks ends no row, and two of them are one in the text', async () => {
  const text = 'a;b\n"x\ny";"say ""no""\n"\n 3;5"\n4;7\n'
  expect(await parts(text, csv, few)).toEqual([
    ['a;b\n"x\ny";"say ""no""\n"\n 3;5"\n', 0],
    ['a;b\n4;7\n', 4],
  ])
})

test('empty rows before the names are passed over, and lines keep their numbers', async () => {
  expect(await parts('\uFEFF\n ;;\na;b\n1;2\n3;4\n5;6\n', csv, few)).toEqual([
    ['a;b\n1;2\n3;4\n', 2],
    ['a;b\n5;6\n', 4],
  ])
})

test('lines of JSON are cut anywhere between them', async () => {
  expect(await parts('{"a":"\\""}\n{"b":1}\n\n{"c":"ü"}', ndjson, few)).toEqual([
    ['{"a":"\\""}\n{"b":1}\n', 0],
    ['\n{"c":"ü"}', 2],
  ])
})

test('a part is full by bytes too, and a file that ends with a row has no empty part', async () => {
  const small = { bytes: 5, rows: 100, row: 100 }
  expect(await parts('a\n12\n34\n56\n', csv, small)).toEqual([
    ['a\n12\n34\n', 0],
    ['a\n56\n', 2],
  ])
})

test('a file of names alone, or of nothing, has no parts', async () => {
  expect(await parts('a;b', csv, few)).toEqual([])
  expect(await parts('', ndjson, few)).toEqual([])
})

test('a row without end is told by its line', async () => {
  const text = `a\n1\n"${'x'.repeat(60)}`
  await expect(parts(text, csv, { ...few, row: 50 })).rejects.toThrow(new EndlessRow(3))
})
