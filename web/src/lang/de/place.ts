import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'Look at them': 'Ansehen',
  'No dashboard stands here yet': 'Hier steht noch kein Dashboard',
  'Only those who fit this statement in OTQL': 'Nur wer zu dieser OTQL-Anweisung passt',
  'Open the dashboard': 'Dashboard öffnen',
  'Whoever edits a dashboard chooses in its settings where it stands.':
    'Wer ein Dashboard bearbeitet, legt in dessen Einstellungen fest, wo es steht.',
  'These charts show everyone, not only those of this page: {titles}':
    'Diese Diagramme zeigen alle, nicht nur die Personen dieser Seite: {titles}',
}
