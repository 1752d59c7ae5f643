import { ActionIcon, Alert } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { readAnswers } from '../api/answers.ts'
import type { Dashboard } from '../api/dashboards.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import { DashboardGrid } from '../dashboard/DashboardGrid.tsx'
import { DateRangeControl } from '../dashboard/DateRangeControl.tsx'
import { todayIn } from '../dashboard/dateRange.ts'
import { Freshness } from '../dashboard/Freshness.tsx'
import { intervalOf } from '../dashboard/refresh.ts'
import { questionOf, withCompare, withFilters, withRange } from '../dashboard/search.ts'
import { type AnswerSource, useAnswers } from '../dashboard/useAnswers.ts'
import { usePanelContext } from '../dashboard/usePanelContext.ts'
import { FilesContext } from '../export/files.ts'
import { useFiles } from '../export/useFiles.ts'
import { say } from '../lang/say.ts'
import { api, page } from '../lib/paths.ts'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { type Persons, unmoved } from './persons.ts'
import classes from './place.module.css'
import { asking, type PlaceSearch } from './search.ts'

const FilterBar = lazy(async () => ({ default: (await import('../dashboard/FilterBar.tsx')).FilterBar }))

interface PlacedBoardProps {
  readonly project: Project
  readonly dashboard: Dashboard
  readonly persons: Persons
  readonly search: PlaceSearch
  readonly onSearch: (search: PlaceSearch) => void
}

/** A dashboard on a page that is about something: only its persons count. */
export function PlacedBoard({ project, dashboard, persons, search, onSearch }: PlacedBoardProps) {
  const { tab: _, ...asked } = search
  const question = { ...questionOf(asked), ...persons }
  const { answers, error, loading, reload } = useAnswers(sourceOf(project.id, dashboard), question)
  const context = usePanelContext(project.timezone)
  const files = useFiles({ project: project.id, id: dashboard.id }, question)
  const everyone = unmoved(dashboard, persons)
  const empty = dashboard.sections.every(({ cards }) => cards.length === 0)
  return (
    <>
      <Controls {...{ project, dashboard, search, onSearch }}>
        <Freshness answers={answers} loading={loading} zone={project.timezone} />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={say('Reload the data')}
          loading={loading}
          onClick={reload}
        >
          <Icon name="reload" />
        </ActionIcon>
        <Link
          to={page.dashboard}
          params={{ project: String(project.id), id: String(dashboard.id) }}
          className={classes.alone ?? ''}
        >
          {say('Open the dashboard')}
        </Link>
      </Controls>
      {error !== null && (
        <Alert color="red" variant="light" icon={<Icon name="warning" />} mb="sm" role="alert">
          {sentenceOf(error)}
        </Alert>
      )}
      {everyone.length > 0 && (
        <p className={classes.note}>
          {say('These charts show everyone, not only those of this page: {titles}', {
            titles: everyone.map((title) => title || say('Untitled chart')).join(', '),
          })}
        </p>
      )}
      {empty ? (
        <Message title={say('Nothing is on this dashboard yet')} />
      ) : (
        <FilesContext value={files}>
          <DashboardGrid
            sections={dashboard.sections}
            answers={answers}
            context={context}
            broken={error !== null && !loading}
            onReload={reload}
          />
        </FilesContext>
      )}
    </>
  )
}

interface ControlsProps extends Omit<PlacedBoardProps, 'persons'> {
  readonly children: React.ReactNode
}

function Controls({ project, dashboard, search, onSearch, children }: ControlsProps) {
  const { date_from, date_to } = dashboard.filters ?? {}
  const available = dashboard.available_filters ?? []
  return (
    <>
      <div className={classes.tools}>
        <DateRangeControl
          range={{ from: search.date_from, to: search.date_to }}
          own={{ from: date_from ?? undefined, to: date_to ?? undefined }}
          today={todayIn(project.timezone, new Date())}
          onChange={(range) => onSearch(asking(search, withRange(search, range)))}
        />
        <Toggle
          checked={search.compare === 'true'}
          onChange={(compare) => onSearch(asking(search, withCompare(search, compare)))}
        >
          {say('Compare with the previous period')}
        </Toggle>
        <span className={classes.spacer} />
        {children}
      </div>
      {available.length > 0 && (
        <Suspense>
          <FilterBar
            valuesOf={(name) => api.filterValues(project.id, dashboard.id, name)}
            filters={available}
            applied={search.filters}
            onApply={(filters) => onSearch(asking(search, withFilters(search, filters)))}
          />
        </Suspense>
      )}
    </>
  )
}

function sourceOf(project: number, dashboard: Dashboard): AnswerSource {
  return {
    family: ['placed answers', project, dashboard.id],
    charts: String(dashboard.revision),
    read: ({ compare, ...question }, signal) => {
      const parameters = { ...question, compare: compare || undefined }
      return readAnswers(api.dashboardData(project, dashboard.id, parameters), signal)
    },
    ...intervalOf(dashboard),
  }
}
