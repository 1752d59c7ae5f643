import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'Drawing (SVG)': 'Zeichnung (SVG)',
  'Pages (PDF)': 'Seiten (PDF)',
  'Picture (PNG)': 'Bild (PNG)',
  'Rows (CSV)': 'Zeilen (CSV)',
  'Save {title} as a file': '{title} als Datei speichern',
  Stop: 'Anhalten',
  'The file is being made…': 'Die Datei wird erstellt …',
  'There is no file: {reason}': 'Es gibt keine Datei: {reason}',
  'Workbook (XLSX)': 'Arbeitsmappe (XLSX)',
}
