import { ActionIcon, Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { type Question, readAnswers } from '../api/answers.ts'
import { type Dashboard, dashboardQuery } from '../api/dashboards.ts'
import { isUnreachable, sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import type { PanelContext } from '../dashboard/ChartPanel.tsx'
import { DashboardGrid, type GridProps } from '../dashboard/DashboardGrid.tsx'
import { DateRangeControl } from '../dashboard/DateRangeControl.tsx'
import { todayIn } from '../dashboard/dateRange.ts'
import { FirstPage } from '../dashboard/FirstPage.tsx'
import { Freshness } from '../dashboard/Freshness.tsx'
import { type Look, LookContext } from '../dashboard/look.ts'
import type { Pick } from '../dashboard/pick.ts'
import { intervalOf } from '../dashboard/refresh.ts'
import {
  type DashboardSearch,
  questionOf,
  withCompare,
  withEdit,
  withFilters,
  withLive,
  withRange,
} from '../dashboard/search.ts'
import { type AnswerSource, useAnswers } from '../dashboard/useAnswers.ts'
import { useLive } from '../dashboard/useLive.ts'
import { usePanelContext } from '../dashboard/usePanelContext.ts'
import { FilesContext } from '../export/files.ts'
import { useFiles } from '../export/useFiles.ts'
import { say } from '../lang/say.ts'
import { api, page } from '../lib/paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
import { Tags } from '../ui/Tags.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import classes from './screen.module.css'

const route = getRouteApi('/inside/p/$project/dashboards/$id')

const DashboardEditor = lazy(async () => ({
  default: (await import('../edit/DashboardEditor.tsx')).DashboardEditor,
}))

const Drill = lazy(async () => ({ default: (await import('../drill/Drill.tsx')).Drill }))

const LookBar = lazy(async () => ({ default: (await import('../drill/LookBar.tsx')).LookBar }))
const BoardMenu = lazy(async () => ({ default: (await import('../board/BoardMenu.tsx')).BoardMenu }))

const FilterBar = lazy(async () => ({ default: (await import('../dashboard/FilterBar.tsx')).FilterBar }))

export function DashboardScreen() {
  const { session } = route.useRouteContext()
  const parameters = route.useParams()
  const project = session.projects.find(({ id }) => String(id) === parameters.project)
  const id = Number(parameters.id)
  const query = useQuery({ ...dashboardQuery(project?.id ?? 0, id), enabled: project !== undefined })
  if (project === undefined)
    return <Message title={say('There is no such project, or it is not yours to see.')} alert />
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const editable = session.role !== 'viewer' && query.data.editable !== false
  return <DashboardView key={id} project={project} dashboard={query.data} editable={editable} />
}

type Drawn = Omit<GridProps, 'sections'>

interface ViewProps {
  readonly project: Project
  readonly dashboard: Dashboard
}

function DashboardView({ project, dashboard, editable }: ViewProps & { readonly editable: boolean }) {
  const { session } = route.useRouteContext()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const available = dashboard.available_filters ?? []
  const { answers, error, loading, reload } = useAnswers(sourceOf(project.id, dashboard), questionOf(search))
  const context = usePanelContext(project.timezone)
  const live = useLive({
    project: project.id,
    on: search.live === 'true',
    family: ['answers', project.id, dashboard.id],
  })
  const look = useLook(project.id, search.properties)
  const [pick, setPick] = useState<Pick | null>(null)
  const edit = (on: boolean) => void navigate({ search: withEdit(search, on) })
  const drawn = { answers, context, broken: error !== null && !loading, onReload: reload }
  const address = { project: project.id, id: dashboard.id }
  const files = useFiles(address, questionOf(search))
  return (
    <>
      <title>{`${dashboard.name} · Facet`}</title>
      <Heading project={project} dashboard={dashboard}>
        {editable && <FirstPage project={project.id} user={session.user.id} dashboard={dashboard.id} />}
        {editable && search.edit !== 'true' && (
          <Button size="xs" variant="default" leftSection={<Icon name="edit" />} onClick={() => edit(true)}>
            {say('Edit')}
          </Button>
        )}
        {search.edit !== 'true' && (
          <Suspense>
            <BoardMenu {...{ address, editable, files }} name={dashboard.name} zone={project.timezone} />
          </Suspense>
        )}
      </Heading>
      <div className={classes.tools}>
        <Controls project={project} dashboard={dashboard} />
        <Suspense>
          <LookBar
            {...{ dashboard, search }}
            project={project.id}
            onSearch={(next) => void navigate({ search: next })}
          />
        </Suspense>
        <span className={classes.spacer} />
        <Toggle
          checked={search.live === 'true'}
          onChange={(on) => void navigate({ search: withLive(search, on), replace: true })}
        >
          {say('Live')}
        </Toggle>
        <Freshness
          answers={answers}
          loading={loading && live === 'off'}
          lost={live === 'lost' || isUnreachable(error)}
          zone={project.timezone}
        />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={say('Reload the data')}
          loading={loading}
          onClick={reload}
        >
          <Icon name="reload" />
        </ActionIcon>
      </div>
      {available.length > 0 && (
        <Suspense>
          <FilterBar
            valuesOf={(name) => api.filterValues(project.id, dashboard.id, name)}
            filters={available}
            applied={search.filters}
            onApply={(filters) => void navigate({ search: withFilters(search, filters) })}
          />
        </Suspense>
      )}
      {error !== null && (
        <Alert color="red" variant="light" icon={<Icon name="warning" />} mb="sm" role="alert">
          {sentenceOf(error)}
        </Alert>
      )}
      {editable && search.edit === 'true' ? (
        <Suspense fallback={<p role="status">{say('Loading…')}</p>}>
          <DashboardEditor
            address={address}
            zone={project.timezone}
            dashboard={dashboard}
            {...drawn}
            onDone={() => edit(false)}
            onTrashed={() => void navigate({ to: page.dashboards, search: { project: String(project.id) } })}
          />
        </Suspense>
      ) : (
        <FilesContext value={files}>
          <LookContext value={look}>
            <Content dashboard={dashboard} {...drawn} onPick={setPick} />
          </LookContext>
        </FilesContext>
      )}
      <Looked {...{ dashboard, pick, context }} project={project} onPicked={() => setPick(null)} />
    </>
  )
}

interface LookedProps extends ViewProps {
  readonly pick: Pick | null
  readonly context: PanelContext
  readonly onPicked: () => void
}

/** What can be done about a number that was clicked, and what is behind it; loaded when somebody asks. */
function Looked({ project, dashboard, pick, context, onPicked }: LookedProps) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  if (pick === null && search.behind === undefined) return null
  const open = (id: number, next: DashboardSearch) => {
    const params = { project: String(project.id), id: String(id) }
    void navigate({ to: page.dashboard, params, search: next })
  }
  return (
    <Suspense>
      <Drill
        {...{ dashboard, search, pick, onPicked }}
        project={project.id}
        place={context}
        onSearch={(next) => void navigate({ search: next })}
        onOpen={open}
      />
    </Suspense>
  )
}

function useLook(project: number, properties: string | undefined): Look | null {
  return useMemo(() => (properties === undefined ? null : { project, properties }), [project, properties])
}

function Content({ dashboard, ...drawn }: Drawn & { readonly dashboard: Dashboard }) {
  const empty = dashboard.sections.every(({ cards }) => cards.length === 0)
  if (empty) return <Message title={say('Nothing is on this dashboard yet')} />
  return <DashboardGrid sections={dashboard.sections} {...drawn} />
}

function Heading({ project, dashboard, children }: ViewProps & { readonly children: ReactNode }) {
  return (
    <div className={classes.heading}>
      <div className={classes.headingText}>
        <p className={classes.crumb}>
          <Link to={page.dashboards} search={{ project: String(project.id) }}>
            {project.name}
          </Link>
        </p>
        <h1 className={classes.title}>{dashboard.name || say('Untitled')}</h1>
        {dashboard.description && <p className="muted">{dashboard.description}</p>}
      </div>
      <Tags tags={dashboard.tags} />
      <div className={classes.actions}>{children}</div>
    </div>
  )
}

/** What is asked, kept in the URL: a link to this page shows the same numbers. */
function Controls({ project, dashboard }: ViewProps) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { date_from, date_to } = dashboard.filters ?? {}
  return (
    <>
      <DateRangeControl
        range={{ from: search.date_from, to: search.date_to }}
        own={{ from: date_from ?? undefined, to: date_to ?? undefined }}
        today={todayIn(project.timezone, new Date())}
        onChange={(range) => void navigate({ search: withRange(search, range) })}
      />
      <Toggle
        checked={search.compare === 'true'}
        onChange={(compare) => void navigate({ search: withCompare(search, compare) })}
      >
        {say('Compare with the previous period')}
      </Toggle>
    </>
  )
}

function sourceOf(project: number, dashboard: Dashboard): AnswerSource {
  return {
    family: ['answers', project, dashboard.id],
    charts: askedBy(dashboard),
    read: (question, signal) => readAnswers(addressOf(project, dashboard.id, question), signal),
    ...intervalOf(dashboard),
  }
}

/** What decides the answers besides the reader's question: where the charts stand does not. */
function askedBy({ filters, sections }: Dashboard): string {
  const charts = sections.flatMap(({ cards }) => cards.flatMap((card) => card.charts))
  return JSON.stringify([filters, charts.map(({ id, type, query }) => [id, type, query])])
}

function addressOf(project: number, dashboard: number, question: Question): string {
  return api.dashboardData(project, dashboard, { ...question, compare: question.compare || undefined })
}
