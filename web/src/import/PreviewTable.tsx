import type { Preview, PreviewLine } from '../api/imports.ts'
import { say } from '../lang/say.ts'
import settings from '../settings/settings.module.css'
import classes from './import.module.css'
import { sampleText } from './MappingTable.tsx'

/** The first rows as they would be kept; what is wrong with a row stands at its place. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const filled = new Set(preview.columns.map(({ column }) => column))
  const columns = preview.dataset.filter(({ name }) => filled.has(name))
  return (
    <div className={settings.scroll}>
      <table className={settings.table} aria-label={say('First rows')}>
        <thead>
          <tr>
            <th scope="col">{say('Line')}</th>
            {columns.map(({ name, type }) => (
              <th key={name} scope="col">
                {name} <span className="muted">{type}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.lines.map((line) => (
            <Row key={line.line} line={line} columns={columns.map(({ name }) => name)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ line, columns }: { line: PreviewLine; columns: readonly string[] }) {
  const refused = line.kept === undefined
  // A fault inside of a value names more than the column.
  const isFaulty = (name: string) => refused && line.path !== '' && line.path?.split(/[.[]/)[0] === name
  return (
    <>
      <tr className={refused ? `${classes.fault} ${classes.kept}` : classes.kept}>
        <td>{line.line}</td>
        {columns.map((name) => (
          <td key={name} className={isFaulty(name) ? classes.faultCell : undefined}>
            {cellText((line.kept ?? line.given)[name])}
          </td>
        ))}
      </tr>
      {refused && (
        <tr className={classes.fault}>
          <td />
          <td colSpan={Math.max(1, columns.length)}>
            {line.path !== '' && <strong>{line.path}: </strong>}
            {line.message}
          </td>
        </tr>
      )}
    </>
  )
}

function cellText(value: unknown): string {
  return value === undefined || value === null ? '' : sampleText(value)
}
