import { expect, test } from 'vitest'
import { languageAmong, localeAmong } from './language.ts'
import { fill, say } from './say.ts'

test('a sentence without a catalogue is said as it is written', () => {
  expect(say('Save changes')).toBe('Save changes')
})

test('values take the place of their names, and a name without a value stays', () => {
  expect(fill('{what} of {owner}', { what: 'Sales', owner: '{what}' }, 'en')).toBe('Sales of {what}')
  expect(fill('{what} of {owner}', { what: 'Sales' }, 'en')).toBe('Sales of {owner}')
})

test.each([
  [0, 'en', '0 rows'],
  [1, 'en', '1 row'],
  [2, 'en', '2 rows'],
])('%i in %s is counted as %s', (count, language, text) => {
  expect(fill('{count} {count:row|rows}', { count }, language)).toBe(text)
})

test('forms stand in the order of the plurals of the language', () => {
  const sentence = '{count:plik|pliki|plików|pliku}'
  expect([1, 3, 5, 1.5].map((count) => fill(sentence, { count }, 'pl'))).toEqual([
    'plik',
    'pliki',
    'plików',
    'pliku',
  ])
})

test('the first of the reader’s languages that the page knows is spoken', () => {
  expect(languageAmong(['fr-FR', 'de-AT', 'en'])).toBe('de')
  expect(languageAmong(['fr', 'toString'])).toBe('en')
})

test('numbers and dates are written in the reader’s own variety of the language', () => {
  expect(localeAmong(['fr', 'de-AT', 'en-GB'], 'en')).toBe('en-GB')
  expect(localeAmong(['fr'], 'de')).toBe('de')
})
