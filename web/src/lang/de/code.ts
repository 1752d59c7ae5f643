import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'This is no JSON from here on.': 'Ab hier ist das kein JSON.',
  'Write an object: {form}.': 'Schreiben Sie ein Objekt: {form}.',
}
