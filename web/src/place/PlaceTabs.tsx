import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { placedQuery, type Scope } from '../api/about.ts'
import { dashboardQuery, type Registration } from '../api/dashboards.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { Message } from '../ui/Message.tsx'
import { PlacedBoard } from './PlacedBoard.tsx'
import type { Persons } from './persons.ts'
import classes from './place.module.css'
import { type PlaceSearch, withTab } from './search.ts'

interface PlaceTabsProps {
  readonly project: Project
  readonly scope: Scope
  /** Of the segment or builder whose page it is. */
  readonly id?: string
  readonly persons: Persons
  readonly search: PlaceSearch
  readonly onSearch: (search: PlaceSearch) => void
}

/** The dashboards of a page as tabs, one of them open; a single one has no tabs. */
export function PlaceTabs({ project, scope, id, persons, search, onSearch }: PlaceTabsProps) {
  const placed = useQuery(placedQuery(project.id, scope, id))
  if (placed.isPending) return <p role="status">{say('Loading…')}</p>
  if (placed.isError) return <Message title={sentenceOf(placed.error)} alert />
  const all = placed.data.results
  const open = all.find((each) => String(each.id) === search.tab) ?? all[0]
  if (open === undefined) {
    return (
      <Message title={say('No dashboard stands here yet')}>
        <p>{say('Whoever edits a dashboard chooses in its settings where it stands.')}</p>
      </Message>
    )
  }
  return (
    <>
      {all.length > 1 && <Tabs all={all} open={open} search={search} />}
      <Open key={open.id} {...{ project, persons, search, onSearch }} id={open.id} />
    </>
  )
}

interface TabsProps {
  readonly all: readonly Registration[]
  readonly open: Registration
  readonly search: PlaceSearch
}

function Tabs({ all, open, search }: TabsProps) {
  return (
    <nav className={classes.tabs} aria-label={say('Dashboards')}>
      {all.map((each) => (
        <Link
          key={each.id}
          to="."
          search={withTab(search, each.id)}
          className={classes.tab}
          aria-current={each.id === open.id ? 'page' : undefined}
        >
          {each.name || say('Untitled')}
        </Link>
      ))}
    </nav>
  )
}

function Open({ project, id, ...rest }: Omit<PlaceTabsProps, 'scope' | 'id'> & { readonly id: number }) {
  const query = useQuery(dashboardQuery(project.id, id))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  return <PlacedBoard project={project} dashboard={query.data} {...rest} />
}
