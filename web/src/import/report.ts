import type { Told } from './Upload.ts'

/** What there is to say about a file's rows, as CSV that spreadsheets open as text. */
export function reportText(faults: readonly Told[]): string {
  const rows = faults.map(({ kind, line, column, reason }) => [kind, String(line), column, reason])
  return [['kind', 'line', 'column', 'reason'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')
}

/** A text that spreadsheets would compute begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
