import { useMemo, useState } from 'react'
import { say } from '../../lang/say.ts'
import classes from '../chart.module.css'
import { cellText, type Order, sorted, type TreeRow, type TreeTable } from './table.ts'
import treeClasses from './tree.module.css'

const step = 200

interface TreeTableViewProps {
  readonly table: TreeTable
  readonly title: string
  readonly onOpen: (key: string) => void
}

/** Keys and numbers, sorted by a click on a heading; keys with points inside open these. */
export function TreeTableView({ table, title, onOpen }: TreeTableViewProps) {
  const [order, setOrder] = useState<Order | null>(null)
  const [limit, setLimit] = useState(step)
  const rows = useMemo(() => sorted(table, order), [table, order])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={say('Rows of {title}', { title })}>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            {[say('Key'), ...table.columns].map((name, index) => (
              <Heading
                key={`${index} ${name}`}
                name={name}
                column={index - 1}
                order={order}
                onSort={setOrder}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row, index) => (
            <Row key={`${index} ${row.key}`} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <p className={classes.more}>
          {say('{count} of {all} rows.', { count: limit, all: rows.length })}{' '}
          <button type="button" onClick={() => setLimit(limit + step)}>
            {say('Show more')}
          </button>
        </p>
      )}
    </section>
  )
}

interface HeadingProps {
  readonly name: string
  readonly column: number
  readonly order: Order | null
  readonly onSort: (order: Order) => void
}

/** Numbers are sorted from the largest first, keys from the first letter. */
function Heading({ name, column, order, onSort }: HeadingProps) {
  const isCurrent = order?.column === column
  const descending = isCurrent ? !order.descending : column >= 0
  const direction = isCurrent ? (order.descending ? 'descending' : 'ascending') : 'none'
  return (
    <th scope="col" className={column < 0 ? undefined : classes.number} aria-sort={direction}>
      <button type="button" className={treeClasses.sort} onClick={() => onSort({ column, descending })}>
        {name}
        <span aria-hidden="true">{isCurrent ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
}

function Row({ row, onOpen }: { row: TreeRow; onOpen: (key: string) => void }) {
  return (
    <tr>
      <td>
        {row.opens ? (
          <button type="button" className={treeClasses.key} onClick={() => onOpen(row.key)}>
            {row.key}
            <span aria-hidden="true"> ›</span>
          </button>
        ) : (
          row.key
        )}
      </td>
      {row.values.map((value, index) => (
        <td key={index} className={classes.number}>
          {cellText(value)}
        </td>
      ))}
    </tr>
  )
}
