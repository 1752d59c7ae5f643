import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { Icon } from '../ui/Icon.tsx'
import { event, type Query, seriesOf, text, withSeries } from './model.ts'
import type { QuestionFormProps } from './QuestionForm.tsx'
import classes from './question.module.css'
import { WordInput } from './WordInput.tsx'

interface SeriesListProps extends QuestionFormProps {
  /** Whether each has a way to be measured. */
  readonly measured: boolean
  readonly most: number
}

/** The events that a question is about, in order. */
export function SeriesList({ project, query, measured, most, onChange }: SeriesListProps) {
  const series = seriesOf(query)
  const change = (index: number, one: Query) => onChange(withSeries(query, series.with(index, one)))
  return (
    <fieldset className={classes.group}>
      <legend>Events</legend>
      {series.map((one, index) => (
        <div key={index} className={classes.row}>
          <EventField
            project={project}
            one={one}
            label={`Event ${index + 1}`}
            onChange={(now) => change(index, now)}
          />
          {measured && <MathFields project={project} one={one} onChange={(now) => change(index, now)} />}
          {series.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.end}
              aria-label={`Remove event ${index + 1}`}
              onClick={() => onChange(withSeries(query, series.toSpliced(index, 1)))}
            >
              <Icon name="trash" />
            </ActionIcon>
          )}
        </div>
      ))}
      {series.length < most && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Icon name="plus" />}
          onClick={() => onChange(withSeries(query, [...series, event('')]))}
        >
          Add an event
        </Button>
      )}
    </fieldset>
  )
}

interface OneProps {
  readonly project: number
  readonly one: Query
  readonly onChange: (one: Query) => void
}

/** Actions and other things than events are named, and left as they are. */
function EventField({ project, one, label, onChange }: OneProps & { readonly label: string }) {
  if (one.kind !== 'EventsNode') return <p className={classes.end}>{text(one.name) || text(one.kind)}</p>
  return (
    <WordInput
      project={project}
      kind="event"
      label={label}
      value={text(one.event)}
      placeholder="All events"
      onChange={(name) => {
        const { custom_name: _, ...rest } = one
        onChange({ ...rest, event: name === '' ? null : name, name: name || 'All events' })
      }}
    />
  )
}

const maths = [
  { value: 'total', label: 'Total count' },
  { value: 'dau', label: 'Unique persons' },
  { value: 'weekly_active', label: 'Weekly active persons' },
  { value: 'monthly_active', label: 'Monthly active persons' },
  { value: 'unique_session', label: 'Unique sessions' },
  { value: 'first_time_for_user', label: 'First time ever' },
  { value: 'sum', label: 'Sum of a property' },
  { value: 'avg', label: 'Average of a property' },
  { value: 'min', label: 'Smallest of a property' },
  { value: 'max', label: 'Largest of a property' },
  { value: 'median', label: 'Median of a property' },
  { value: 'p90', label: '90th percentile of a property' },
  { value: 'p95', label: '95th percentile of a property' },
  { value: 'p99', label: '99th percentile of a property' },
]
const ofProperty = maths.filter(({ label }) => label.endsWith('of a property')).map(({ value }) => value)

function MathFields({ project, one, onChange }: OneProps) {
  const math = text(one.math) || 'total'
  const known = maths.some(({ value }) => value === math)
  const choose = (value: string) => {
    const { math_property, ...rest } = one
    onChange(ofProperty.includes(value) ? { ...rest, math: value, math_property } : { ...rest, math: value })
  }
  return (
    <>
      <NativeSelect
        size="xs"
        label="Measured by"
        value={math}
        data={known ? maths : [{ value: math, label: math }, ...maths]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {ofProperty.includes(math) && (
        <WordInput
          project={project}
          kind={one.math_property_type === 'person_properties' ? 'person_property' : 'event_property'}
          label="Property"
          value={text(one.math_property)}
          onChange={(math_property) => onChange({ ...one, math_property })}
        />
      )}
    </>
  )
}
