import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bytesOf, headOf, objectionTo } from './file.ts'

async function textOf(file: Blob): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of bytesOf(file, () => undefined)) pieces.push(new Uint8Array(piece))
  return new Blob(pieces).text()
}

test('a file packed with gzip is read as what is in it, and progress is of the file itself', async () => {
  const text = 'a,b\n1,2\n'.repeat(1000)
  const packed = new Blob([new Uint8Array(gzipSync(text))])
  let read = 0
  for await (const _ of bytesOf(packed, (bytes) => (read += bytes)));
  expect(read).toBe(packed.size)
  expect(await textOf(packed)).toBe(text)
})

test('the head of a long file ends with a row', async () => {
  const row = '1,"two\nlines",3\n'
  const { bytes, whole } = await headOf(new Blob([`a,b,c\n${row.repeat(40_000)}`]))
  expect(whole).toBe(false)
  expect(bytes.length).toBeLessThanOrEqual(256 << 10)
  expect(new TextDecoder().decode(bytes).endsWith(row)).toBe(true)
})

test('the head of a short file is all of it', async () => {
  const { bytes, whole } = await headOf(new Blob(['a\n1']))
  expect([new TextDecoder().decode(bytes), whole]).toEqual(['a\n1', true])
})

test('what is no text that the server reads is told before it is sent', () => {
  const bytes = (...of: number[]) => objectionTo(new Uint8Array(of))
  expect(bytes(0xff, 0xfe, 0x61, 0)).toContain('UTF-16')
  expect(bytes(0x50, 0x4b, 3, 4, 20)).toContain('workbook')
  expect(bytes()).toContain('empty')
  expect(bytes(0xef, 0xbb, 0xbf, 0x61)).toBeUndefined()
  expect(bytes(0x50, 0x4b, 0x2c, 0x61)).toBeUndefined()
})
