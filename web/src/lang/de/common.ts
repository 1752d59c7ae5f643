import type { Catalogue } from '../language.ts'

/** What several folders say. */
export const sentences: Catalogue = {
  Cancel: 'Abbrechen',
  Close: 'Schließen',
  Dashboards: 'Dashboards',
  Import: 'Import',
  'Loading…': 'Wird geladen …',
  Password: 'Passwort',
  Profiles: 'Profile',
  Project: 'Projekt',
  'Show more': 'Mehr anzeigen',
  'Try again': 'Erneut versuchen',
  Untitled: 'Ohne Titel',
}
