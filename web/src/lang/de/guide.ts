import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'All events': 'Alle Ereignisse',
  'Ask an owner for the key of the project, and put it in the place of PROJECT_KEY.':
    'Bitten Sie eine Person, die das Projekt verwaltet, um seinen Schlüssel, und setzen Sie ihn anstelle von PROJECT_KEY ein.',
  Copied: 'Kopiert',
  'Copied: {what}': 'Kopiert: {what}',
  Copy: 'Kopieren',
  'Copy: {what}': 'Kopieren: {what}',
  'Events of the last 24 hours': 'Ereignisse der letzten 24 Stunden',
  'First events': 'Erste Ereignisse',
  'First steps': 'Erste Schritte',
  'From a command line': 'Von der Kommandozeile',
  'From a web page, with the package posthog-js': 'Von einer Webseite, mit dem Paket posthog-js',
  'Keep it as a dashboard': 'Als Dashboard behalten',
  'Key of the project': 'Schlüssel des Projekts',
  'Look at it on a chart': 'Sehen Sie es in einem Diagramm',
  'No dashboards in {project} yet': 'Noch keine Dashboards in {project}',
  'Persons by day': 'Personen nach Tag',
  'See it arrive': 'Sehen Sie, wie es ankommt',
  'Send an event': 'Senden Sie ein Ereignis',
  'The browser does not let the page copy. Select the text and copy it.':
    'Der Browser lässt die Seite nicht kopieren. Markieren Sie den Text und kopieren Sie ihn.',
  'The chart appears with the first event, and grows with each that follows.':
    'Das Diagramm erscheint mit dem ersten Ereignis und wächst mit jedem weiteren.',
  'The most frequent events': 'Die häufigsten Ereignisse',
  'Three steps to your first chart.': 'In drei Schritten zu Ihrem ersten Diagramm.',
  'Waiting for the first event…': 'Auf das erste Ereignis wird gewartet …',
  '“{event}” of {person} has arrived, at {time}.': '„{event}“ von {person} ist angekommen, {time}.',
}
