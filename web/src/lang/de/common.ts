import type { Catalogue } from '../language.ts'

/** What several folders say. */
export const sentences: Catalogue = {
  Cancel: 'Abbrechen',
  Close: 'Schließen',
  Collections: 'Abrufe',
  'Connect an account': 'Konto verbinden',
  Dashboards: 'Dashboards',
  Import: 'Import',
  'Loading…': 'Wird geladen …',
  Name: 'Name',
  'No data': 'Keine Daten',
  'Nothing is on this dashboard yet': 'Auf diesem Dashboard ist noch nichts',
  Open: 'Öffnen',
  Organisation: 'Organisation',
  Password: 'Passwort',
  Profiles: 'Profile',
  Project: 'Projekt',
  'Show more': 'Mehr anzeigen',
  'There is nothing at this address, or it is not yours to see.':
    'Unter dieser Adresse gibt es nichts, oder Sie dürfen es nicht sehen.',
  'Try again': 'Erneut versuchen',
  Untitled: 'Ohne Titel',
}
