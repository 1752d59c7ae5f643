import type { Column, Row } from '../api/answers.ts'
import type { Kind } from '../api/behind.ts'
import { TableView } from '../chart/TableView.tsx'
import { tableOf } from '../chart/table.ts'
import { say } from '../lang/say.ts'
import { instantText, type Place } from '../lib/time.ts'
import classes from './drill.module.css'
import { eventOf, type Fact, factsOf, personOf } from './facts.ts'

interface BehindListProps {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly show: Kind
  readonly place: Place
}

export function BehindList({ columns, rows, show, place }: BehindListProps) {
  if (rows.length === 0) return <p className="muted">{say('There is nothing.')}</p>
  if (show === 'rows')
    return (
      <TableView
        table={tableOf({ id: 0, title: '', type: 'table', columns, rows }, place)}
        title={say('Rows')}
      />
    )
  return (
    <ul className={classes.list}>
      {rows.map((row, index) =>
        show === 'persons' ? (
          <Person key={index} row={row} columns={columns} />
        ) : (
          <Event key={index} row={row} columns={columns} place={place} />
        ),
      )}
    </ul>
  )
}

function Person({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  const { name, events, facts } = personOf(columns, row)
  return (
    <li>
      <details>
        <summary>
          <span className={classes.name}>{name}</span>
          <span className="muted">{say('{count} {count:event|events}', { count: events })}</span>
        </summary>
        <Facts facts={facts} />
      </details>
    </li>
  )
}

function Event({ row, columns, place }: Pick<BehindListProps, 'columns' | 'place'> & { readonly row: Row }) {
  const { time, event, person, properties } = eventOf(columns, row)
  return (
    <li>
      <details>
        <summary>
          <span className={classes.name}>{event}</span>
          <span className="muted">
            {person} · {instantText(time, place)}
          </span>
        </summary>
        <Facts facts={factsOf(properties)} />
      </details>
    </li>
  )
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
