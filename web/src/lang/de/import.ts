import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  '(not to its end)': '(nicht zu Ende)',
  '(nothing)': '(nichts)',
  Accepted: 'Angenommen',
  'Another file': 'Andere Datei',
  Begun: 'Begonnen',
  By: 'Von',
  'CSV whose first line names the columns, or one JSON object a line; plain or .gz':
    'CSV, dessen erste Zeile die Spalten nennt, oder ein JSON-Objekt je Zeile; unverpackt oder .gz',
  Column: 'Spalte',
  Columns: 'Spalten',
  Dataset: 'Datensatzart',
  'Download report as CSV': 'Bericht als CSV herunterladen',
  'Drop a file here, or choose one': 'Datei hier ablegen oder auswählen',
  'Earlier imports': 'Frühere Importe',
  File: 'Datei',
  Fills: 'Füllt',
  'First rows': 'Erste Zeilen',
  'For example': 'Zum Beispiel',
  'Go on': 'Fortsetzen',
  Import: 'Import',
  'Import another file': 'Weitere Datei importieren',
  'Import into {dataset}': 'In {dataset} importieren',
  'In the file': 'In der Datei',
  Line: 'Zeile',
  'Lines of JSON': 'JSON-Zeilen',
  'No file was imported yet.': 'Noch wurde keine Datei importiert.',
  'Nothing fills {columns}, which tells rows apart. Choose the column of the file that does.':
    'Nichts füllt {columns}, woran Zeilen unterschieden werden. Wählen Sie die Spalte der Datei, die das tut.',
  'Reading the first rows…': 'Die ersten Zeilen werden gelesen …',
  Rejected: 'Abgelehnt',
  'Rejected rows and warnings': 'Abgelehnte Zeilen und Warnungen',
  Stop: 'Anhalten',
  'Stopped. The rows counted below are in; the others are not.':
    'Angehalten. Die unten gezählten Zeilen sind gespeichert, die anderen nicht.',
  'Taken all the same:': 'Trotzdem angenommen:',
  'The file cannot be read: it is packed with gzip but damaged or cut off, or it was changed meanwhile.':
    'Die Datei kann nicht gelesen werden: Sie ist mit gzip gepackt, aber beschädigt oder abgeschnitten, oder sie wurde inzwischen geändert.',
  'The file is a workbook or an archive. Save the sheet as CSV.':
    'Die Datei ist eine Arbeitsmappe oder ein Archiv. Speichern Sie das Blatt als CSV.',
  'The file is empty.': 'Die Datei ist leer.',
  'The file is written in UTF-16. Save it as CSV in UTF-8.':
    'Die Datei ist in UTF-16 geschrieben. Speichern Sie sie als CSV in UTF-8.',
  'The first {count} are shown; the report holds all.':
    'Die ersten {count} werden gezeigt; der Bericht enthält alle.',
  'The first {count} are shown; the report holds the first {most}.':
    'Die ersten {count} werden gezeigt; der Bericht enthält die ersten {most}.',
  'The import was cut off.': 'Der Import wurde unterbrochen.',
  'The row on line {line} does not end: is a quotation mark not closed?':
    'Die Zeile ab Nummer {line} endet nicht: Fehlt ein schließendes Anführungszeichen?',
  'The rows counted below are in. Going on sends the rest; rows that come twice do no harm.':
    'Die unten gezählten Zeilen sind gespeichert. Fortsetzen sendet den Rest; doppelt gesendete Zeilen schaden nicht.',
  Warnings: 'Warnungen',
  'What is wrong': 'Was nicht stimmt',
  'without a name': 'ohne Namen',
  '{count} accepted': '{count} angenommen',
  '{count} rejected': '{count} abgelehnt',
  '{count} with a warning': '{count} mit einer Warnung',
  '{file} is in': '{file} ist importiert',
  '{name} fills': '{name} füllt',
  '{name} · {type} · key': '{name} · {type} · Schlüssel',
  '{name}, {size} MB. Of its first {total} rows {acceptable} can be taken as they are.':
    '{name}, {size} MB. Von den ersten {total} Zeilen sind {acceptable} ohne Fehler.',
  '{name}, {total} {total:row|rows}, of which {acceptable} can be taken as they are.':
    '{name}, {total} {total:Zeile|Zeilen}, davon {acceptable} ohne Fehler.',
}
