import { expect, test } from 'vitest'
import type { Preview } from '../api/imports.ts'
import { wholeMapping, withColumn } from './mapping.ts'

test('a column of the dataset is filled by one column of the file', () => {
  expect(withColumn({ A: 'name', B: 'country' }, 'B', 'name')).toEqual({ A: '', B: 'name' })
})

test('several columns may fill nothing', () => {
  expect(withColumn({ A: '', B: 'country' }, 'B', '')).toEqual({ A: '', B: '' })
})

const preview: Preview = {
  format: 'ndjson',
  delimiter: ',',
  columns: [],
  dataset: ['customer_id', 'name', 'country', 'segment'].map((name) => ({ name, type: 'text', key: false })),
  missing: [],
  total: 0,
  acceptable: 0,
  lines: [],
}

test('columns that only later lines of JSON have fill those of their name, unless these are spoken for', () => {
  expect(wholeMapping({ id: 'customer_id', title: 'name', segment: '' }, preview)).toEqual({
    id: 'customer_id',
    title: 'name',
    segment: '',
    country: 'country',
  })
  expect(wholeMapping({ A: 'name' }, { ...preview, format: 'csv' })).toEqual({ A: 'name' })
})
