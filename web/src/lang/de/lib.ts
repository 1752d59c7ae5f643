import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'Week of {day}': 'Woche ab {day}',
}
