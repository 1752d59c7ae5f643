import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callJson } from '../api/client.ts'
import type { AvailableFilter, FilterValue } from '../api/dashboards.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon } from '../ui/Icon.tsx'
import classes from './FilterBar.module.css'
import {
  type Choices,
  choiceLabel,
  isSame,
  readChoices,
  withoutValues,
  withValue,
  writeChoices,
} from './filters.ts'

interface FilterBarProps {
  /** Where the values of a filter are. */
  readonly valuesOf: (name: string) => string
  readonly headers?: Readonly<Record<string, string>>
  readonly filters: readonly AvailableFilter[]
  /** The choices that the numbers on the screen answer, as the URL has them. */
  readonly applied: string | undefined
  readonly onApply: (filters: string | undefined) => void
}

/** Filters with values to pick. Nothing is asked anew before they are applied. */
export function FilterBar({ valuesOf, headers = {}, filters, applied, onApply }: FilterBarProps) {
  const current = readChoices(applied, filters)
  const [draft, setDraft] = useState<{ of: string | undefined; choices: Choices }>({
    of: applied,
    choices: current,
  })
  // What was picked counts until the URL says something else.
  const choices = draft.of === applied ? draft.choices : current
  const choose = (next: Choices) => setDraft({ of: applied, choices: next })
  return (
    <form
      className={classes.bar}
      aria-label={say('Filters')}
      onSubmit={(event) => {
        event.preventDefault()
        const next = writeChoices(choices)
        setDraft({ of: next, choices })
        onApply(next)
      }}
    >
      {filters.map((filter) => (
        <FilterControl
          key={filter.technical_name}
          source={valuesOf(filter.technical_name)}
          headers={headers}
          filter={filter}
          choices={choices}
          onChoose={choose}
        />
      ))}
      <Button type="submit" size="xs" disabled={isSame(choices, current)}>
        {say('Apply')}
      </Button>
      {writeChoices(current) !== undefined && (
        <Button type="button" size="xs" variant="subtle" color="gray" onClick={() => onApply(undefined)}>
          {say('Clear filters')}
        </Button>
      )}
    </form>
  )
}

interface ControlProps {
  readonly source: string
  readonly headers: Readonly<Record<string, string>>
  readonly filter: AvailableFilter
  readonly choices: Choices
  readonly onChoose: (choices: Choices) => void
}

function FilterControl({ source, headers, filter, choices, onChoose }: ControlProps) {
  const query = useQuery({
    queryKey: ['filter values', source],
    queryFn: ({ signal }) =>
      callJson<{ readonly results: readonly FilterValue[] }>(source, { signal, headers }),
    staleTime: 60_000,
  })
  const title = filter.title || filter.technical_name
  const values = query.data?.results ?? []
  const label = `${title}: ${choiceLabel(choices[filter.technical_name] ?? [], values)}`
  return (
    <Dropdown label={label} button={label} buttonProps={{ rightSection: <Icon name="chevron" /> }}>
      {() => (
        <fieldset className={classes.panel}>
          <legend className={classes.legend}>{title}</legend>
          {query.isPending && <p role="status">{say('Loading the values…')}</p>}
          {query.isError && <p role="alert">{sentenceOf(query.error)}</p>}
          {query.isSuccess && (
            <ValueList values={values} filter={filter} choices={choices} onChoose={onChoose} />
          )}
        </fieldset>
      )}
    </Dropdown>
  )
}

/** As many values as are easily looked through; more are found by typing. */
const shownAtOnce = 100
const easilySeen = 10

function ValueList({
  values,
  filter,
  choices,
  onChoose,
}: Omit<ControlProps, 'source' | 'headers'> & { readonly values: readonly FilterValue[] }) {
  const [typed, setTyped] = useState('')
  const chosen = choices[filter.technical_name] ?? []
  const found = values.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))
  if (values.length === 0) return <p className="muted">{say('There are no values to choose from.')}</p>
  return (
    <>
      {values.length > easilySeen && (
        <TextInput
          size="xs"
          aria-label={say('Search {name}', { name: filter.title || filter.technical_name })}
          placeholder={say('Search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <div className={classes.values}>
        {found.slice(0, shownAtOnce).map(({ value, label }) => (
          <label key={value} className={classes.value}>
            <input
              type={filter.multi_select === true ? 'checkbox' : 'radio'}
              name={filter.technical_name}
              checked={chosen.includes(value)}
              onChange={(event) => onChoose(withValue(choices, filter, value, event.currentTarget.checked))}
            />
            {label}
          </label>
        ))}
      </div>
      {found.length > shownAtOnce && (
        <p className="muted">
          {say('{count} of {all} values; type to find others.', { count: shownAtOnce, all: found.length })}
        </p>
      )}
      {chosen.length > 0 && (
        <Button
          type="button"
          size="compact-xs"
          variant="default"
          onClick={() => onChoose(withoutValues(choices, filter))}
        >
          {say('Any value')}
        </Button>
      )}
    </>
  )
}
