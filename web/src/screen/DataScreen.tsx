import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../api/errors.ts'
import {
  type EventCount,
  eventCountsQuery,
  type PropertyUse,
  propertyUsesQuery,
  type Stock,
  stockQuery,
} from '../api/inventory.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { fullNumber, percent } from '../lib/number.ts'
import { page } from '../lib/paths.ts'
import { instantText } from '../lib/time.ts'
import classes from '../settings/settings.module.css'
import { useProject } from '../settings/useProject.ts'
import { Message } from '../ui/Message.tsx'

/** How many events and properties are listed before all of them are asked for. */
const few = 50

/** What data a project has. */
export function DataScreen() {
  const project = useProject()
  return (
    <>
      <title>{`${say('Data')} · Facet`}</title>
      <section className={classes.section} aria-labelledby="datasets">
        <h2 id="datasets">{say('Datasets')}</h2>
        <Datasets project={project} />
      </section>
      <section className={classes.section} aria-labelledby="events">
        <h2 id="events">{say('Events')}</h2>
        <Events project={project} />
      </section>
      <section className={classes.section} aria-labelledby="properties">
        <h2 id="properties">{say('Properties')}</h2>
        <Properties project={project} />
      </section>
    </>
  )
}

function Datasets({ project }: { project: Project }) {
  const query = useQuery(stockQuery(project.id))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  return (
    <Table
      heading="datasets"
      head={[say('Dataset'), say('Rows'), say('Newest'), say('Columns')]}
      numbers={[1]}
    >
      {query.data.map((stock) => (
        <DatasetRow key={stock.name} stock={stock} project={project} />
      ))}
    </Table>
  )
}

function DatasetRow({ stock, project }: { stock: Stock; project: Project }) {
  const imported = stock.name !== 'events' && stock.name !== 'persons'
  return (
    <tr>
      <th scope="row">
        {imported ? (
          <Link to={page.imports} params={{ project: String(project.id) }} search={{ dataset: stock.name }}>
            {stock.name}
          </Link>
        ) : (
          stock.name
        )}
      </th>
      <td className={classes.number}>{fullNumber(stock.rows)}</td>
      <td className={classes.nowrap}>
        <Instant at={stock.newest} project={project} />
      </td>
      <td>
        <details>
          <summary>{say('{count} {count:column|columns}', { count: stock.columns.length })}</summary>
          <ul className={classes.columns}>
            {stock.columns.map(({ name, type, key }) => (
              <li key={name}>
                <code className={classes.code}>{name}</code>{' '}
                <span className="muted">{key ? say('{type}, key', { type }) : type}</span>
              </li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  )
}

function Events({ project }: { project: Project }) {
  const query = useQuery(eventCountsQuery(project.id))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  if (query.data.length === 0) return <p className="muted">{say('No event came yet.')}</p>
  return (
    <Few of={query.data}>
      {(events) => (
        <Table heading="events" head={[say('Event'), say('How often'), say('Last seen')]} numbers={[1]}>
          {events.map((event: EventCount) => (
            <tr key={event.name}>
              <th scope="row">{event.name}</th>
              <td className={classes.number}>{fullNumber(event.count)}</td>
              <td className={classes.nowrap}>
                <Instant at={event.newest} project={project} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Few>
  )
}

function Properties({ project }: { project: Project }) {
  const query = useQuery(propertyUsesQuery(project.id))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const { results, looked_at } = query.data
  if (results.length === 0) return <p className="muted">{say('No event has a property yet.')}</p>
  return (
    <>
      <p className={classes.lead}>
        {say('Of the newest {count} {count:event|events}.', { count: looked_at })}
      </p>
      <Few of={results}>
        {(uses) => (
          <Table
            heading="properties"
            head={[say('Property'), say('Type'), say('Share of events'), say('Examples')]}
            numbers={[2]}
          >
            {uses.map((use: PropertyUse) => (
              <tr key={use.name}>
                <th scope="row">{use.name}</th>
                <td>{use.type}</td>
                <td className={classes.number}>{percent(use.share)}</td>
                <td className={classes.examples}>{use.examples.join(' · ')}</td>
              </tr>
            ))}
          </Table>
        )}
      </Few>
    </>
  )
}

/** The beginning of a list, and the rest when it is asked for. */
function Few<T>({ of, children }: { of: readonly T[]; children: (some: readonly T[]) => ReactNode }) {
  const [all, setAll] = useState(false)
  return (
    <>
      {children(all ? of : of.slice(0, few))}
      {!all && of.length > few && (
        <p>
          <button type="button" className={classes.more} onClick={() => setAll(true)}>
            {say('Show all {count}', { count: of.length })}
          </button>
        </p>
      )}
    </>
  )
}

interface TableProps {
  /** The id of the heading that names it. */
  readonly heading: string
  readonly head: readonly string[]
  /** Which columns hold numbers. */
  readonly numbers: readonly number[]
  readonly children: ReactNode
}

function Table({ heading, head, numbers, children }: TableProps) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-labelledby={heading}>
        <thead>
          <tr>
            {head.map((name, index) => (
              <th key={name} scope="col" className={numbers.includes(index) ? classes.number : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function Instant({ at, project }: { at: string | null; project: Project }) {
  if (at === null) return <span className="muted">–</span>
  return <time dateTime={at}>{instantText(at, { zone: project.timezone })}</time>
}
