import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'Account of {name}': 'Konto von {name}',
  admin: 'Administration',
  'Close without saving': 'Schließen ohne zu speichern',
  editor: 'Bearbeitung',
  'Go on': 'Fortsetzen',
  Language: 'Sprache',
  'Log out': 'Abmelden',
  Main: 'Hauptnavigation',
  owner: 'Inhaberschaft',
  Settings: 'Einstellungen',
  'Skip to the content': 'Zum Inhalt springen',
  'Switch to dark mode': 'Zur dunklen Ansicht wechseln',
  'Switch to light mode': 'Zur hellen Ansicht wechseln',
  Tags: 'Schlagwörter',
  'The language did not load. Check the connection and try again.':
    'Die Sprache wurde nicht geladen. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  viewer: 'Ansicht',
  'What is “{word}”?': 'Was bedeutet „{word}“?',
  'What you typed is not saved.': 'Was Sie eingegeben haben, ist nicht gespeichert.',
}
