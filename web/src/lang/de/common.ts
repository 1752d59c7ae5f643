import type { Catalogue } from '../language.ts'

/** What several folders say. */
export const sentences: Catalogue = {
  Add: 'Hinzufügen',
  Cancel: 'Abbrechen',
  Close: 'Schließen',
  Collections: 'Abrufe',
  'Connect an account': 'Konto verbinden',
  Dashboards: 'Dashboards',
  Description: 'Beschreibung',
  Edit: 'Bearbeiten',
  Import: 'Import',
  'Loading…': 'Wird geladen …',
  Name: 'Name',
  'New dashboard': 'Neues Dashboard',
  'No data': 'Keine Daten',
  'Nothing is on this dashboard yet': 'Auf diesem Dashboard ist noch nichts',
  Open: 'Öffnen',
  Organisation: 'Organisation',
  Password: 'Passwort',
  Preview: 'Vorschau',
  Profiles: 'Profile',
  Project: 'Projekt',
  Save: 'Speichern',
  Search: 'Suchen',
  'Section {number}': 'Abschnitt {number}',
  'Show more': 'Mehr anzeigen',
  'There is nothing at this address, or it is not yours to see.':
    'Unter dieser Adresse gibt es nichts, oder Sie dürfen es nicht sehen.',
  'Try again': 'Erneut versuchen',
  Untitled: 'Ohne Titel',
  'Untitled chart': 'Diagramm ohne Titel',
}
