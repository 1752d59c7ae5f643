import { useQuery } from '@tanstack/react-query'
import type { Question } from '../api/answers.ts'
import { type Dashboard, dashboardQuery } from '../api/dashboards.ts'
import { type Pick, targetOf } from '../dashboard/pick.ts'
import {
  type DashboardSearch,
  questionOf,
  withBehind,
  withFilters,
  withProperties,
} from '../dashboard/search.ts'
import type { Place } from '../lib/time.ts'
import { BehindPanel } from './BehindPanel.tsx'
import { readConditions, withCondition, writeConditions } from './conditions.ts'
import { PickMenu } from './PickMenu.tsx'
import { type Drilled, type PropertyFilter, pointOf, readDrilled } from './point.ts'

interface DrillProps {
  readonly project: number
  readonly dashboard: Dashboard
  readonly place: Place
  readonly search: DashboardSearch
  readonly pick: Pick | null
  readonly onPicked: () => void
  readonly onSearch: (search: DashboardSearch) => void
  readonly onOpen: (dashboard: number, search: DashboardSearch) => void
}

/** What can be done about a number that was clicked, and what is behind it. */
export function Drill({ project, dashboard, place, search, pick, onPicked, onSearch, onOpen }: DrillProps) {
  const drilled = readDrilled(search.behind)
  const charts = dashboard.sections.flatMap(({ cards }) => cards.flatMap((card) => card.charts))
  const chart = charts.find(({ id }) => id === drilled?.chart)
  const question: Question = questionOf(search)
  const look = (next: Drilled | null) =>
    onSearch(withBehind(search, next === null ? undefined : JSON.stringify(next)))
  const filtered = (added: readonly PropertyFilter[]) => {
    const all = added.reduce(withCondition, readConditions(search.properties))
    return withBehind(withProperties(search, writeConditions(all)), undefined)
  }
  const target = useTarget(project, pick)
  return (
    <>
      {pick !== null && (
        <PickMenu
          key={JSON.stringify([pick.chart.id, pick.spot])}
          pick={pick}
          place={place}
          onClose={onPicked}
          onLook={(more) => look({ chart: pick.chart.id, point: { ...pointOf(pick), ...more } })}
          onFilter={(added) => onSearch(filtered(added))}
          target={
            target === null
              ? null
              : {
                  name: target.name,
                  open: (added) => onOpen(target.id, withFilters(filtered(added), undefined)),
                }
          }
        />
      )}
      {drilled !== null && chart !== undefined && (
        <BehindPanel
          key={search.behind}
          address={{
            project,
            dashboard: dashboard.id,
            chart: chart.id,
            point: JSON.stringify(drilled.point),
            question,
          }}
          chart={chart}
          point={drilled.point}
          place={place}
          onClose={() => look(null)}
        />
      )}
    </>
  )
}

/** The dashboard that the picked chart leads to, as far as it is there and the reader's to see. */
function useTarget(project: number, pick: Pick | null): Dashboard | null {
  const id = pick === null ? undefined : targetOf(pick.chart)
  const query = useQuery({ ...dashboardQuery(project, id ?? 0), enabled: id !== undefined })
  return id === undefined ? null : (query.data ?? null)
}
