import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Dashboard } from '../api/dashboards.ts'
import { type DashboardSearch, withLook, withProperties } from '../dashboard/search.ts'
import { say } from '../lang/say.ts'
import { ConditionChips } from './ConditionChips.tsx'
import classes from './drill.module.css'
import { type Variable, variablesOf, withVariable } from './variables.ts'

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
        <NativeSelect
          size="xs"
          aria-label={say('Compared with')}
          value={search.compare_to ?? ''}
          data={[
            { value: '', label: say('the period before') },
            { value: '-1m', label: say('a month before') },
            { value: '-1y', label: say('a year before') },
          ]}
          onChange={(event) => onSearch(withLook(search, { compare_to: event.currentTarget.value }))}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={say('Steps of time')}
        value={search.interval ?? ''}
        data={[
          { value: '', label: say('Steps of each chart') },
          { value: 'hour', label: say('By hour') },
          { value: 'day', label: say('By day') },
          { value: 'week', label: say('By week') },
          { value: 'month', label: say('By month') },
        ]}
        onChange={(event) => onSearch(withLook(search, { interval: event.currentTarget.value }))}
      />
      {variablesOf(dashboard.variables, search.variables).map((variable) => (
        <VariableField
          key={`${variable.name} ${variable.value}`}
          variable={variable}
          onChange={(value) =>
            onSearch(withLook(search, { variables: withVariable(search.variables, { ...variable, value }) }))
          }
        />
      ))}
      <ConditionChips
        project={project}
        applied={search.properties}
        onApply={(properties) => onSearch(withProperties(search, properties))}
      />
    </>
  )
}

interface VariableFieldProps {
  readonly variable: Variable
  readonly onChange: (value: string) => void
}

/** Asked for when the field is left, so that nothing is asked for at every key. */
function VariableField({ variable: { name, value }, onChange }: VariableFieldProps) {
  const [typed, setTyped] = useState(value)
  const apply = () => {
    if (typed !== value) onChange(typed)
  }
  return (
    <form
      className={classes.variable}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <TextInput
        size="xs"
        aria-label={say('Variable {name}', { name })}
        leftSection={<span className={classes.variableName}>{name}</span>}
        leftSectionWidth={`${name.length + 2}ch`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={apply}
      />
    </form>
  )
}
