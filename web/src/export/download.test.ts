import { expect, test } from 'vitest'
import { fileName } from './download.ts'

test('a file is called what the server says', () => {
  expect(fileName('attachment; filename="export-web-shop.pdf"')).toBe('export-web-shop.pdf')
  expect(fileName(null)).toBe('export')
  expect(fileName('attachment')).toBe('export')
})
