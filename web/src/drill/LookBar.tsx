import { lazy, Suspense } from 'react'
import type { Dashboard } from '../api/dashboards.ts'
import { type DashboardSearch, withLook, withProperties } from '../dashboard/search.ts'
import { say } from '../lang/say.ts'
import { Choice } from '../ui/Choice.tsx'
import { ConditionChips } from './ConditionChips.tsx'
import { variablesOf, withVariable } from './variables.ts'

const VariableField = lazy(async () => ({ default: (await import('./VariableField.tsx')).VariableField }))

interface LookBarProps {
  readonly project: number
  readonly dashboard: Dashboard
  readonly search: DashboardSearch
  readonly onSearch: (search: DashboardSearch) => void
}

/** How the dashboard is looked at, beside its dates. */
export function LookBar({ project, dashboard, search, onSearch }: LookBarProps) {
  return (
    <>
      {search.compare === 'true' && (
        <Choice
          label={say('Compared with')}
          value={search.compare_to ?? ''}
          options={[
            { value: '', label: say('the period before') },
            { value: '-1m', label: say('a month before') },
            { value: '-1y', label: say('a year before') },
          ]}
          onChange={(value) => onSearch(withLook(search, { compare_to: value }))}
        />
      )}
      <Choice
        label={say('Steps of time')}
        value={search.interval ?? ''}
        options={[
          { value: '', label: say('Steps of each chart') },
          { value: 'hour', label: say('By hour') },
          { value: 'day', label: say('By day') },
          { value: 'week', label: say('By week') },
          { value: 'month', label: say('By month') },
        ]}
        onChange={(value) => onSearch(withLook(search, { interval: value }))}
      />
      <Suspense>
        {variablesOf(dashboard.variables, search.variables).map((variable) => (
          <VariableField
            key={`${variable.name} ${variable.value}`}
            variable={variable}
            onChange={(value) =>
              onSearch(
                withLook(search, { variables: withVariable(search.variables, { ...variable, value }) }),
              )
            }
          />
        ))}
      </Suspense>
      <ConditionChips
        project={project}
        applied={search.properties}
        onApply={(properties) => onSearch(withProperties(search, properties))}
      />
    </>
  )
}
