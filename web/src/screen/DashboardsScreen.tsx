import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { dashboardsQuery, type Registration } from '../api/dashboards.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { dayText } from '../lib/time.ts'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
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
  const trash = search.trash === 'true'
  const editable = session.role !== 'viewer'
  return (
    <>
      <title>{`${say('Dashboards')} · Facet`}</title>
      <div className={classes.heading}>
        <h1 className={classes.title}>{say(trash ? 'Trash' : 'Dashboards')}</h1>
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
        {editable && <ListActions project={project} trash={trash} />}
      </div>
      <DashboardList project={project} search={search.q ?? ''} trash={trash} editable={editable} />
    </>
  )
}

/** For those who may change dashboards. */
function ListActions({ project, trash }: { project: Project; trash: boolean }) {
  const navigate = route.useNavigate()
  const [making, setMaking] = useState(false)
  return (
    <>
      <Link
        to={page.dashboards}
        search={{ project: String(project.id), ...(trash ? {} : { trash: 'true' as const }) }}
      >
        {say(trash ? 'Back to the dashboards' : 'Trash')}
      </Link>
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
  readonly trash: boolean
  readonly editable: boolean
}

function DashboardList({ project, search, trash, editable }: ListProps) {
  const [settled] = useDebouncedValue(search, 200)
  const query = useInfiniteQuery(
    dashboardsQuery(project.id, trash ? { search: settled, deleted: true } : { search: settled }),
  )
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const found = query.data.pages.flatMap(({ results }) => results)
  if (found.length === 0) {
    if (settled !== '') return <Message title={say('No dashboard is called “{name}”', { name: settled })} />
    if (trash) return <Message title={say('The trash is empty')} />
    return (
      <Suspense>
        <Guide project={project} editable={editable} />
      </Suspense>
    )
  }
  return (
    <>
      <ul
        className={classes.list}
        aria-label={say(trash ? 'Dashboards in the trash' : 'Dashboards')}
        aria-busy={query.isPlaceholderData}
      >
        <Suspense>
          {found.map((dashboard) =>
            trash ? (
              <TrashItem key={dashboard.id} dashboard={dashboard} project={project} />
            ) : (
              <Item key={dashboard.id} dashboard={dashboard} project={project} />
            ),
          )}
        </Suspense>
      </ul>
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button
            size="xs"
            variant="default"
            loading={query.isFetching}
            onClick={() => void query.fetchNextPage()}
          >
            {say('Show more')}
          </Button>
        </div>
      )}
    </>
  )
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
        {dashboard.description && <p className={classes.itemDescription}>{dashboard.description}</p>}
      </div>
      <Tags tags={dashboard.tags} />
      <time className={classes.itemDate} dateTime={dashboard.updated_at}>
        {say('Updated {day}', { day: dayText(dashboard.updated_at, { zone: project.timezone }) })}
      </time>
    </li>
  )
}
