import { type MouseEvent, useMemo, useState } from 'react'
import { say } from '../lang/say.ts'
import { Icon } from '../ui/Icon.tsx'
import classes from './chart.module.css'
import { nextOrder, type Order, orderOf } from './order.ts'
import { Sparkline } from './Sparkline.tsx'
import type { OnPick } from './spot.ts'
import type { Table } from './table.ts'

const step = 200

interface TableViewProps {
  readonly table: Table
  readonly title: string
  readonly onPick?: OnPick | undefined
}

/** The rows behind a chart. Long tables grow on request, so that they never stall the page. */
export function TableView({ table, title, onPick }: TableViewProps) {
  const [limit, setLimit] = useState(step)
  const [order, setOrder] = useState<Order | null>(null)
  const places = useMemo(() => orderOf(table, order), [table, order])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={say('Rows of {title}', { title })}>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            {table.headings.map((_, index) => (
              <Heading key={index} table={table} column={index} order={order} onSort={setOrder} />
            ))}
            {table.sparks && <th scope="col">{say('Development')}</th>}
            {onPick && (
              <th scope="col">
                <span className="visually-hidden">{say('More')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {places.slice(0, limit).map((place) => (
            <Row key={place} place={place} table={table} onPick={onPick} />
          ))}
        </tbody>
      </table>
      {places.length > limit && (
        <p className={classes.more}>
          {say('{count} of {all} rows.', { count: limit, all: places.length })}{' '}
          <button type="button" onClick={() => setLimit(limit + step)}>
            {say('Show more')}
          </button>
        </p>
      )}
    </section>
  )
}

interface HeadingProps {
  readonly table: Table
  readonly column: number
  readonly order: Order | null
  readonly onSort: (order: Order | null) => void
}

function Heading({ table, column, order, onSort }: HeadingProps) {
  const heading = table.headings[column]
  const numeric = heading?.numeric ?? false
  const current = order?.column === column ? order : null
  const direction = current === null ? 'none' : current.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" className={numeric ? classes.number : undefined} aria-sort={direction}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onSort(nextOrder(order, column, numeric))}
      >
        {heading?.title}
        <span aria-hidden="true">{current === null ? '' : current.descending ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  )
}

interface RowProps {
  readonly place: number
  readonly table: Table
  readonly onPick: OnPick | undefined
}

function Row({ place, table, onPick }: RowProps) {
  const row = table.rows[place] ?? []
  const spot = table.spots?.[place]
  const open = ({ currentTarget }: MouseEvent) => {
    const { left, bottom } = currentTarget.getBoundingClientRect()
    if (spot !== undefined) onPick?.({ row: spot }, { x: left, y: bottom })
  }
  return (
    <tr>
      {table.headings.map((heading, index) => (
        <td key={`${index} ${heading.title}`} className={heading.numeric ? classes.number : undefined}>
          {row[index]}
        </td>
      ))}
      {table.sparks && (
        <td>
          <Sparkline values={table.sparks[place] ?? []} />
        </td>
      )}
      {onPick && (
        <td className={classes.act}>
          {spot !== undefined && (
            <button
              type="button"
              onClick={open}
              aria-label={say('What is behind {name}', { name: row.slice(0, 2).join(', ') })}
            >
              <Icon name="dots" />
            </button>
          )}
        </td>
      )}
    </tr>
  )
}
