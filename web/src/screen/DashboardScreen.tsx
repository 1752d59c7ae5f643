import { ActionIcon, Alert, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { type Question, readAnswers } from '../api/answers.ts'
import { type Dashboard, dashboardQuery } from '../api/dashboards.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import { DashboardGrid } from '../dashboard/DashboardGrid.tsx'
import { DateRangeControl } from '../dashboard/DateRangeControl.tsx'
import { todayIn } from '../dashboard/dateRange.ts'
import { FirstPage } from '../dashboard/FirstPage.tsx'
import { Freshness } from '../dashboard/Freshness.tsx'
import { intervalOf } from '../dashboard/refresh.ts'
import { questionOf, withCompare, withFilters, withRange } from '../dashboard/search.ts'
import { type AnswerSource, useAnswers } from '../dashboard/useAnswers.ts'
import { usePanelContext } from '../dashboard/usePanelContext.ts'
import { api, page } from '../lib/paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
import { Tags } from '../ui/Tags.tsx'
import classes from './screen.module.css'

const route = getRouteApi('/inside/p/$project/dashboards/$id')

const FilterBar = lazy(async () => ({ default: (await import('../dashboard/FilterBar.tsx')).FilterBar }))

export function DashboardScreen() {
  const { session } = route.useRouteContext()
  const parameters = route.useParams()
  const project = session.projects.find(({ id }) => String(id) === parameters.project)
  const id = Number(parameters.id)
  const query = useQuery({ ...dashboardQuery(project?.id ?? 0, id), enabled: project !== undefined })
  if (project === undefined)
    return <Message title="There is no such project, or it is not yours to see." alert />
  if (query.isPending) return <p role="status">Loading…</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  return <DashboardView key={id} project={project} dashboard={query.data} />
}

interface ViewProps {
  readonly project: Project
  readonly dashboard: Dashboard
}

function DashboardView({ project, dashboard }: ViewProps) {
  const { session } = route.useRouteContext()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const available = dashboard.available_filters ?? []
  const { answers, error, loading, reload } = useAnswers(sourceOf(project.id, dashboard), questionOf(search))
  const context = usePanelContext(project.timezone)
  return (
    <>
      <title>{`${dashboard.name} · Facet`}</title>
      <Heading project={project} dashboard={dashboard} />
      <div className={classes.tools}>
        <Controls project={project} dashboard={dashboard} />
        <span className={classes.spacer} />
        <Freshness answers={answers} loading={loading} zone={project.timezone} />
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Reload the data"
          loading={loading}
          onClick={reload}
        >
          <Icon name="reload" />
        </ActionIcon>
        {session.role !== 'viewer' && (
          <FirstPage project={project.id} user={session.user.id} dashboard={dashboard.id} />
        )}
      </div>
      {available.length > 0 && (
        <Suspense>
          <FilterBar
            project={project.id}
            dashboard={dashboard.id}
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
      {dashboard.sections.every(({ cards }) => cards.length === 0) && (
        <Message title="Nothing is on this dashboard yet" />
      )}
      <DashboardGrid
        sections={dashboard.sections}
        answers={answers}
        context={context}
        broken={error !== null && !loading}
        onReload={reload}
      />
    </>
  )
}

function Heading({ project, dashboard }: ViewProps) {
  return (
    <div className={classes.heading}>
      <div className={classes.headingText}>
        <p className={classes.crumb}>
          <Link to={page.dashboards} search={{ project: String(project.id) }}>
            {project.name}
          </Link>
        </p>
        <h1 className={classes.title}>{dashboard.name || 'Untitled'}</h1>
        {dashboard.description && <p className="muted">{dashboard.description}</p>}
      </div>
      <Tags tags={dashboard.tags} />
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
      <Switch
        size="sm"
        label="Compare with the previous period"
        checked={search.compare === 'true'}
        onChange={(event) => void navigate({ search: withCompare(search, event.currentTarget.checked) })}
      />
    </>
  )
}

function sourceOf(project: number, dashboard: Dashboard): AnswerSource {
  return {
    family: ['answers', project, dashboard.id],
    read: (question, signal) => readAnswers(addressOf(project, dashboard.id, question), signal),
    ...intervalOf(dashboard),
  }
}

function addressOf(project: number, dashboard: number, question: Question): string {
  return api.dashboardData(project, dashboard, { ...question, compare: question.compare || undefined })
}
