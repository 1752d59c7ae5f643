import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { segmentsQuery } from '../api/about.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project, Session } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { PlaceTabs } from '../place/PlaceTabs.tsx'
import { ofSegment } from '../place/persons.ts'
import { ScopeForm } from '../place/ScopeForm.tsx'
import { withScope } from '../place/search.ts'
import { Message } from '../ui/Message.tsx'
import { ProjectSwitch } from '../ui/ProjectSwitch.tsx'
import classes from './screen.module.css'

const home = getRouteApi('/inside/p/$project/home')
const list = getRouteApi('/inside/p/$project/segments')
const segment = getRouteApi('/inside/p/$project/segments/$id')
const builder = getRouteApi('/inside/p/$project/builders/$id')

/** A project's home: the dashboards that stand there. */
export function HomeScreen() {
  const { session } = home.useRouteContext()
  const search = home.useSearch()
  const navigate = home.useNavigate()
  const project = projectOf(session, home.useParams().project)
  if (project === undefined) return <NoProject />
  return (
    <>
      <title>{`${say('Home')} · Facet`}</title>
      <div className={classes.heading}>
        <h1 className={classes.title}>{say('Home')}</h1>
        <span className={classes.spacer} />
        <ProjectSwitch
          projects={session.projects}
          current={project}
          onChange={(id) => void navigate({ params: { project: id }, search: {} })}
        />
      </div>
      <PlaceTabs
        project={project}
        scope="home"
        persons={{}}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </>
  )
}

/** The segments of a project, each with a page of its own. */
export function SegmentsScreen() {
  const { session } = list.useRouteContext()
  const navigate = list.useNavigate()
  const project = projectOf(session, list.useParams().project)
  const segments = useQuery({ ...segmentsQuery(project?.id ?? 0), enabled: project !== undefined })
  if (project === undefined) return <NoProject />
  return (
    <>
      <title>{`${say('Segments')} · Facet`}</title>
      <div className={classes.heading}>
        <h1 className={classes.title}>{say('Segments')}</h1>
        <span className={classes.spacer} />
        <ProjectSwitch
          projects={session.projects}
          current={project}
          onChange={(id) => void navigate({ params: { project: id } })}
        />
      </div>
      {segments.isPending && <p role="status">{say('Loading…')}</p>}
      {segments.isError && <Message title={sentenceOf(segments.error)} alert />}
      {segments.data?.total === 0 && (
        <Message title={say('There are no segments yet')}>
          <p>{say('The cohorts of a project are its segments.')}</p>
          {session.role !== 'viewer' && (
            <p>
              <Link to={page.definitions} params={{ project: String(project.id) }}>
                {say('To the cohorts')}
              </Link>
            </p>
          )}
        </Message>
      )}
      {(segments.data?.results ?? []).length > 0 && (
        <ul className={classes.list} aria-label={say('Segments')}>
          {segments.data?.results.map(({ id, name }) => (
            <li key={id} className={classes.item}>
              <Link
                to={page.segment}
                params={{ project: String(project.id), id }}
                className={classes.itemName}
              >
                {name || say('Segment {id}', { id })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A segment's page: its dashboards, of its persons alone. */
export function SegmentScreen() {
  const { session } = segment.useRouteContext()
  const search = segment.useSearch()
  const navigate = segment.useNavigate()
  const { project: given, id } = segment.useParams()
  const project = projectOf(session, given)
  const segments = useQuery({ ...segmentsQuery(project?.id ?? 0), enabled: project !== undefined })
  if (project === undefined) return <NoProject />
  if (segments.isPending) return <p role="status">{say('Loading…')}</p>
  if (segments.isError) return <Message title={sentenceOf(segments.error)} alert />
  const found = segments.data.results.find((each) => each.id === id)
  if (found === undefined) {
    return (
      <Message title={say('There is no such segment')} alert>
        <p>
          <Link to={page.segments} params={{ project: given }}>
            {say('To the segments')}
          </Link>
        </p>
      </Message>
    )
  }
  const name = found.name || say('Segment {id}', { id })
  return (
    <>
      <title>{`${name} · Facet`}</title>
      <div className={classes.heading}>
        <div className={classes.headingText}>
          <p className={classes.crumb}>
            <Link to={page.segments} params={{ project: given }}>
              {say('Segments')}
            </Link>
          </p>
          <h1 className={classes.title}>{name}</h1>
        </div>
      </div>
      <PlaceTabs
        project={project}
        scope="segments"
        id={id}
        persons={ofSegment(id)}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </>
  )
}

/** A segment builder's page: dashboards beside a statement, of those who fit it. */
export function BuilderScreen() {
  const { session } = builder.useRouteContext()
  const search = builder.useSearch()
  const navigate = builder.useNavigate()
  const { project: given, id } = builder.useParams()
  const project = projectOf(session, given)
  if (project === undefined) return <NoProject />
  const statement = search.scope_query
  return (
    <>
      <title>{`${say('Builder {id}', { id })} · Facet`}</title>
      <div className={classes.heading}>
        <h1 className={classes.title}>{say('Builder {id}', { id })}</h1>
      </div>
      <ScopeForm
        key={statement ?? ''}
        applied={statement ?? ''}
        onApply={(typed) => void navigate({ search: withScope(search, typed) })}
      />
      <PlaceTabs
        project={project}
        scope="builders"
        id={id}
        persons={statement === undefined ? {} : { scope_query: statement }}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </>
  )
}

function projectOf({ projects }: Session, given: string): Project | undefined {
  return projects.find(({ id }) => String(id) === given)
}

function NoProject() {
  return <Message title={say('There is no such project, or it is not yours to see.')} alert />
}
