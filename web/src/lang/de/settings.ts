import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'Add a condition': 'Bedingung hinzufügen',
  Condition: 'Bedingung',
  Event: 'Ereignis',
  Person: 'Person',
  Property: 'Eigenschaft',
  'Property of': 'Eigenschaft von',
  Remove: 'Entfernen',
  'Test accounts': 'Testkonten',
  Value: 'Wert',
  contains: 'enthält',
  'does not contain': 'enthält nicht',
  is: 'ist',
  'is not': 'ist nicht',
  'is not set': 'ist nicht gesetzt',
  'is set': 'ist gesetzt',
}
