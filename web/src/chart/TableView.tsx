import { useState } from 'react'
import { say } from '../lang/say.ts'
import classes from './chart.module.css'
import type { Table } from './table.ts'

const step = 200

interface TableViewProps {
  readonly table: Table
  readonly title: string
}

/** The rows behind a chart. Long tables grow on request, so that they never stall the page. */
export function TableView({ table, title }: TableViewProps) {
  const [limit, setLimit] = useState(step)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={say('Rows of {title}', { title })}>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            {table.headings.map((heading, index) => (
              <th
                key={`${index} ${heading.title}`}
                scope="col"
                className={heading.numeric ? classes.number : undefined}
              >
                {heading.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, limit).map((row, index) => (
            <Row key={`${index} ${row[0]}`} row={row} table={table} />
          ))}
        </tbody>
      </table>
      {table.rows.length > limit && (
        <p className={classes.more}>
          {say('{count} of {all} rows.', { count: limit, all: table.rows.length })}{' '}
          <button type="button" onClick={() => setLimit(limit + step)}>
            {say('Show more')}
          </button>
        </p>
      )}
    </section>
  )
}

function Row({ row, table }: { row: readonly string[]; table: Table }) {
  return (
    <tr>
      {table.headings.map((heading, index) => (
        <td key={`${index} ${heading.title}`} className={heading.numeric ? classes.number : undefined}>
          {row[index]}
        </td>
      ))}
    </tr>
  )
}
