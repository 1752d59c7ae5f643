import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'Made with Facet': 'Erstellt mit Facet',
  'Protected page': 'Geschützte Seite',
  'Whoever sent you this link knows the password.':
    'Wer Ihnen diesen Link geschickt hat, kennt das Passwort.',
}
