import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { tagsQuery } from '../api/about.ts'
import { dashboardsQuery, type Registration } from '../api/dashboards.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { dayText } from '../lib/time.ts'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
import { MoreButton } from '../ui/MoreButton.tsx'
import { ProjectSwitch } from '../ui/ProjectSwitch.tsx'
import { Tags } from '../ui/Tags.tsx'
import classes from './screen.module.css'

const route = getRouteApi('/inside/dashboards')

const NewDashboard = lazy(async () => ({
  default: (await import('../edit/NewDashboard.tsx')).NewDashboard,
}))

const Guide = lazy(async () => ({ default: (await import('../guide/Guide.tsx')).Guide }))

const TrashItem = lazy(async () => ({ default: (await import('../edit/TrashItem.tsx')).TrashItem }))

export function DashboardsScreen() {
  const { session } = route.useRouteContext()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const project = session.projects.find(({ id }) => String(id) === search.project) ?? session.projects[0]
  if (project === undefined) return <Message title={say('You have no project yet')} />
  const shelf = shelfOf(search)
  const editable = session.role !== 'viewer'
  return (
    <>
      <title>{`${say('Dashboards')} · Facet`}</title>
      <div className={classes.heading}>
        <h1 className={classes.title}>{titleOf(shelf)}</h1>
        <span className={classes.spacer} />
        <ProjectSwitch
          projects={session.projects}
          current={project}
          onChange={(id) => void navigate({ search: { project: id } })}
        />
        <TextInput
          type="search"
          size="xs"
          aria-label={say('Search dashboards')}
          placeholder={say('Search')}
          leftSection={<Icon name="search" />}
          value={search.q ?? ''}
          onChange={(event) => {
            const q = event.currentTarget.value
            void navigate({ search: (previous) => ({ ...previous, q }), replace: true })
          }}
        />
        <TagChoice
          project={project}
          tag={search.tag}
          onChange={(tag) => void navigate({ search: (previous) => ({ ...previous, tag }) })}
        />
        <Shelves project={project} shelf={shelf} editable={editable} />
        {editable && <ListActions project={project} />}
      </div>
      <DashboardList
        project={project}
        search={search.q ?? ''}
        tag={search.tag}
        shelf={shelf}
        editable={editable}
      />
    </>
  )
}

/** The dashboards in use, or those put aside. */
type Shelf = 'list' | 'archived' | 'trash'

function shelfOf({ trash, archived }: { readonly trash?: 'true'; readonly archived?: 'true' }): Shelf {
  if (trash === 'true') return 'trash'
  return archived === 'true' ? 'archived' : 'list'
}

function titleOf(shelf: Shelf): string {
  switch (shelf) {
    case 'list':
      return say('Dashboards')
    case 'archived':
      return say('Archived dashboards')
    case 'trash':
      return say('Trash')
  }
}

interface TagChoiceProps {
  readonly project: Project
  readonly tag: string | undefined
  readonly onChange: (tag: string) => void
}

function TagChoice({ project, tag, onChange }: TagChoiceProps) {
  const tags = useQuery(tagsQuery(project.id)).data?.results ?? []
  const offered = tag === undefined || tags.includes(tag) ? tags : [...tags, tag]
  if (offered.length === 0) return null
  return (
    <NativeSelect
      size="xs"
      aria-label={say('Only with the tag')}
      value={tag ?? ''}
      data={[{ value: '', label: say('All tags') }, ...offered]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** The ways to the other shelves; only those who may edit take things out of the trash. */
function Shelves({ project, shelf, editable }: { project: Project; shelf: Shelf; editable: boolean }) {
  const own = { project: String(project.id) }
  return (
    <>
      {shelf !== 'list' && (
        <Link to={page.dashboards} search={own}>
          {say('Back to the dashboards')}
        </Link>
      )}
      {shelf !== 'archived' && (
        <Link to={page.dashboards} search={{ ...own, archived: 'true' }}>
          {say('Archived')}
        </Link>
      )}
      {shelf !== 'trash' && editable && (
        <Link to={page.dashboards} search={{ ...own, trash: 'true' }}>
          {say('Trash')}
        </Link>
      )}
    </>
  )
}

/** For those who may change dashboards. */
function ListActions({ project }: { project: Project }) {
  const navigate = route.useNavigate()
  const [making, setMaking] = useState(false)
  return (
    <>
      <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
        {say('New dashboard')}
      </Button>
      {making && (
        <Suspense>
          <NewDashboard
            project={project}
            onMade={(id) =>
              void navigate({
                to: page.dashboard,
                params: { project: String(project.id), id: String(id) },
                search: { edit: 'true' },
              })
            }
            onClose={() => setMaking(false)}
          />
        </Suspense>
      )}
    </>
  )
}

interface ListProps {
  readonly project: Project
  readonly search: string
  readonly tag: string | undefined
  readonly shelf: Shelf
  readonly editable: boolean
}

function DashboardList({ project, search, tag, shelf, editable }: ListProps) {
  const [settled] = useDebouncedValue(search, 200)
  const query = useInfiniteQuery(dashboardsQuery(project.id, { search: settled, tag, ...asked[shelf] }))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const found = query.data.pages.flatMap(({ results }) => results)
  if (found.length === 0) {
    if (settled !== '') return <Message title={say('No dashboard is called “{name}”', { name: settled })} />
    if (tag !== undefined) return <Message title={say('No dashboard has the tag “{tag}”', { tag })} />
    return <Empty shelf={shelf} project={project} editable={editable} />
  }
  return (
    <>
      <ul
        className={classes.list}
        aria-label={shelf === 'trash' ? say('Dashboards in the trash') : titleOf(shelf)}
        aria-busy={query.isPlaceholderData}
      >
        <Suspense>
          {found.map((dashboard) =>
            shelf === 'trash' ? (
              <TrashItem key={dashboard.id} dashboard={dashboard} project={project} />
            ) : (
              <Item key={dashboard.id} dashboard={dashboard} project={project} />
            ),
          )}
        </Suspense>
      </ul>
      <MoreButton pages={query} />
    </>
  )
}

/** What the server is asked for. */
const asked = { list: {}, archived: { archived: true }, trash: { deleted: true } } as const

interface EmptyProps {
  readonly shelf: Shelf
  readonly project: Project
  readonly editable: boolean
}

function Empty({ shelf, project, editable }: EmptyProps) {
  switch (shelf) {
    case 'list':
      return (
        <Suspense>
          <Guide project={project} editable={editable} />
        </Suspense>
      )
    case 'archived':
      return (
        <Message title={say('No dashboard is archived')}>
          <p>{say('In a dashboard’s settings it can be archived: it is then out of the way, and kept.')}</p>
        </Message>
      )
    case 'trash':
      return <Message title={say('The trash is empty')} />
  }
}

function Item({ dashboard, project }: { dashboard: Registration; project: Project }) {
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <Link
          to={page.dashboard}
          params={{ project: String(project.id), id: String(dashboard.id) }}
          className={classes.itemName}
        >
          {dashboard.name || say('Untitled')}
        </Link>
        {dashboard.pinned && (
          <span className={classes.star} title={say('Favourite')}>
            <Icon name="star" />
            <span className="visually-hidden">{say('Favourite')}</span>
          </span>
        )}
        {dashboard.description && <p className={classes.itemDescription}>{dashboard.description}</p>}
      </div>
      <Tags tags={dashboard.tags} />
      <time className={classes.itemDate} dateTime={dashboard.updated_at}>
        {say('Updated {day}', { day: dayText(dashboard.updated_at, { zone: project.timezone }) })}
      </time>
    </li>
  )
}
