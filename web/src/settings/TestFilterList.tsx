import { Button, NativeSelect, TextInput } from '@mantine/core'
import { say } from '../lang/say.ts'
import classes from './settings.module.css'
import { needsNoValue, operators, readFilter, type TestFilter, writeFilter } from './testFilters.ts'

interface ListProps {
  readonly filters: readonly unknown[]
  readonly onChange: (filters: readonly unknown[]) => void
}

const names: Readonly<Record<(typeof operators)[number], () => string>> = {
  exact: () => say('is'),
  is_not: () => say('is not'),
  icontains: () => say('contains'),
  not_icontains: () => say('does not contain'),
  is_set: () => say('is set'),
  is_not_set: () => say('is not set'),
}

/** Conditions that hold for everybody but test accounts. Those that no form shows are left as they are. */
export function TestFilterList({ filters, onChange }: ListProps) {
  const put = (at: number, filter: unknown) =>
    onChange(filters.map((one, index) => (index === at ? filter : one)))
  return (
    <div className={classes.filterList} role="group" aria-label={say('Test accounts')}>
      {filters.map((given, index) => {
        const filter = readFilter(given)
        return (
          <div key={index} className={classes.filterLine}>
            {filter === undefined ? (
              <code className={classes.code}>{JSON.stringify(given)}</code>
            ) : (
              <FilterFields filter={filter} onChange={(changed) => put(index, writeFilter(changed))} />
            )}
            <Button
              size="xs"
              variant="subtle"
              color="red"
              onClick={() => onChange(filters.filter((_, other) => other !== index))}
            >
              {say('Remove')}
            </Button>
          </div>
        )
      })}
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            onChange([
              ...filters,
              writeFilter({ type: 'person', key: 'email', operator: 'not_icontains', value: '' }),
            ])
          }
        >
          {say('Add a condition')}
        </Button>
      </div>
    </div>
  )
}

function FilterFields({
  filter,
  onChange,
}: {
  readonly filter: TestFilter
  readonly onChange: (filter: TestFilter) => void
}) {
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={say('Property of')}
        value={filter.type}
        data={[
          { value: 'person', label: say('Person') },
          { value: 'event', label: say('Event') },
        ]}
        onChange={(event) =>
          onChange({ ...filter, type: event.currentTarget.value === 'person' ? 'person' : 'event' })
        }
      />
      <TextInput
        size="xs"
        aria-label={say('Property')}
        value={filter.key}
        required
        onChange={(event) => onChange({ ...filter, key: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={say('Condition')}
        value={filter.operator}
        data={operators.map((value) => ({ value, label: names[value]() }))}
        onChange={(event) => onChange({ ...filter, operator: event.currentTarget.value })}
      />
      {!needsNoValue(filter.operator) && (
        <TextInput
          size="xs"
          aria-label={say('Value')}
          value={filter.value}
          onChange={(event) => onChange({ ...filter, value: event.currentTarget.value })}
        />
      )}
    </>
  )
}
