import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { valuesQuery } from '../api/questions.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Condition, conditionsOf, withConditions } from './model.ts'
import type { QuestionFormProps } from './QuestionForm.tsx'
import classes from './question.module.css'
import { WordInput } from './WordInput.tsx'

const operators = [
  { value: 'exact', label: 'is' },
  { value: 'is_not', label: 'is not' },
  { value: 'icontains', label: 'contains' },
  { value: 'not_icontains', label: 'does not contain' },
  { value: 'regex', label: 'matches' },
  { value: 'gt', label: 'is greater than' },
  { value: 'gte', label: 'is at least' },
  { value: 'lt', label: 'is less than' },
  { value: 'lte', label: 'is at most' },
  { value: 'is_set', label: 'is set' },
  { value: 'is_not_set', label: 'is not set' },
]

/** What the events must be like, all of it at once. */
export function ConditionList({ project, query, onChange }: QuestionFormProps) {
  const conditions = conditionsOf(query)
  if (conditions === null) return <p className="muted">Its conditions are in groups: see them as JSON.</p>
  const change = (next: readonly Condition[]) => onChange(withConditions(query, next))
  return (
    <fieldset className={classes.group}>
      <legend>Only where</legend>
      {conditions.map((condition, index) => (
        <ConditionRow
          key={index}
          project={project}
          number={index + 1}
          condition={condition}
          onChange={(now) => change(conditions.with(index, now))}
          onRemove={() => change(conditions.toSpliced(index, 1))}
        />
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<Icon name="plus" />}
        onClick={() => change([...conditions, { key: '', type: 'event', operator: 'exact', value: '' }])}
      >
        Add a condition
      </Button>
    </fieldset>
  )
}

interface RowProps {
  readonly project: number
  readonly number: number
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

function ConditionRow({ project, number, condition, onChange, onRemove }: RowProps) {
  const { key, type, operator } = condition
  const known = operators.some(({ value }) => value === operator)
  return (
    <div className={classes.row}>
      <NativeSelect
        size="xs"
        label={`Owner ${number}`}
        value={type}
        data={['event', 'person']}
        onChange={(event) =>
          onChange({ ...condition, type: event.currentTarget.value === 'person' ? 'person' : 'event' })
        }
      />
      <WordInput
        project={project}
        kind={type === 'person' ? 'person_property' : 'event_property'}
        label={`Property ${number}`}
        value={key}
        onChange={(next) => onChange({ ...condition, key: next })}
      />
      <NativeSelect
        size="xs"
        label={`Operator ${number}`}
        value={operator}
        data={known ? operators : [{ value: operator, label: operator }, ...operators]}
        onChange={(event) => onChange({ ...condition, operator: event.currentTarget.value })}
      />
      {!operator.endsWith('set') && (
        <ValueInput project={project} number={number} condition={condition} onChange={onChange} />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.end}
        aria-label={`Remove condition ${number}`}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </ActionIcon>
    </div>
  )
}

/** A value, with those that the property had of late. Several are kept as they came until typed over. */
function ValueInput({ project, number, condition, onChange }: Omit<RowProps, 'onRemove'>) {
  const options = useId()
  const values = useQuery(valuesQuery(project, condition.type, condition.key)).data ?? []
  const { value } = condition
  const shown = Array.isArray(value)
    ? value.join(', ')
    : value === null || value === undefined
      ? ''
      : String(value)
  return (
    <>
      <TextInput
        size="xs"
        label={`Value ${number}`}
        value={shown}
        list={options}
        autoComplete="off"
        onChange={(event) => onChange({ ...condition, value: event.currentTarget.value })}
      />
      <datalist id={options}>
        {values.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  )
}
