import { NativeSelect, TextInput } from '@mantine/core'
import { never } from '../lib/never.ts'
import { BreakdownField } from './BreakdownField.tsx'
import { ConditionList } from './ConditionList.tsx'
import { kindOf, part, type Query, text, within } from './model.ts'
import classes from './question.module.css'
import { SeriesList } from './SeriesList.tsx'
import { TextQuestion } from './TextQuestion.tsx'
import { WordInput } from './WordInput.tsx'

export interface QuestionFormProps {
  readonly project: number
  readonly query: Query
  /** Whether the dashboard has dates, which win over the question's. */
  readonly dated: boolean
  /** What is wrong with the question, where its text says so. */
  readonly error: string | null
  readonly onChange: (query: Query) => void
}

/** The fields of a question's kind. What they do not know stays as it is. */
export function QuestionForm(props: QuestionFormProps) {
  const kind = kindOf(props.query)
  switch (kind) {
    case 'TrendsQuery':
      return (
        <>
          <SeriesList {...props} measured most={26} />
          <BreakdownField {...props} />
          <Common {...props} interval />
        </>
      )
    case 'FunnelsQuery':
      return (
        <>
          <SeriesList {...props} measured={false} most={20} />
          <BreakdownField {...props} />
          <FunnelFields {...props} />
          <Common {...props} />
        </>
      )
    case 'StickinessQuery':
      return (
        <>
          <SeriesList {...props} measured={false} most={26} />
          <Common {...props} interval />
        </>
      )
    case 'LifecycleQuery':
      return (
        <>
          <SeriesList {...props} measured={false} most={1} />
          <Common {...props} interval />
        </>
      )
    case 'RetentionQuery':
      return (
        <>
          <RetentionFields {...props} />
          <Common {...props} />
        </>
      )
    case 'PathsQuery':
      return (
        <>
          <PathsFields {...props} />
          <Common {...props} />
        </>
      )
    case 'HogQLQuery':
    case 'OtqlQuery':
      return <TextQuestion {...props} language={kind === 'HogQLQuery' ? 'sql' : 'otql'} />
    case null:
      return null
    default:
      return never(kind)
  }
}

const ranges = [
  { value: '', label: 'Those of the dashboard' },
  { value: '-7d', label: 'Last 7 days' },
  { value: '-14d', label: 'Last 14 days' },
  { value: '-30d', label: 'Last 30 days' },
  { value: '-90d', label: 'Last 90 days' },
  { value: '-12m', label: 'Last 12 months' },
  { value: 'mStart', label: 'Month to date' },
  { value: 'yStart', label: 'Year to date' },
  { value: 'all', label: 'All time' },
]

/** Dates, grain and conditions, which most questions have. */
function Common(props: QuestionFormProps & { readonly interval?: boolean }) {
  const { query, dated, onChange, interval = false } = props
  const from = text(part(query, 'dateRange').date_from)
  const known = ranges.some(({ value }) => value === from)
  return (
    <>
      <ConditionList {...props} />
      <div className={classes.row}>
        <NativeSelect
          size="xs"
          label="Dates"
          description={dated ? 'The dashboard’s dates win over these.' : undefined}
          inputWrapperOrder={['label', 'input', 'description']}
          value={from}
          data={known ? ranges : [{ value: from, label: from }, ...ranges]}
          onChange={(event) => onChange(within(query, 'dateRange', { date_from: event.currentTarget.value }))}
        />
        {interval && (
          <NativeSelect
            size="xs"
            label="By"
            value={text(query.interval) || 'day'}
            data={['hour', 'day', 'week', 'month']}
            onChange={(event) => onChange({ ...query, interval: event.currentTarget.value })}
          />
        )}
      </div>
    </>
  )
}

function FunnelFields({ query, onChange }: QuestionFormProps) {
  const options = part(query, 'funnelsFilter')
  const change = (fields: Query) => onChange(within(query, 'funnelsFilter', fields))
  return (
    <div className={classes.row}>
      <NativeSelect
        size="xs"
        label="Order of the steps"
        value={text(options.funnelOrderType) || 'ordered'}
        data={['ordered', 'strict', 'unordered']}
        onChange={(event) => change({ funnelOrderType: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="number"
        label="Within days"
        min={1}
        value={text(options.funnelWindowInterval) || '14'}
        onChange={(event) =>
          change({
            funnelWindowInterval: Number(event.currentTarget.value) || 14,
            funnelWindowIntervalUnit: 'day',
          })
        }
      />
    </div>
  )
}

function RetentionFields({ project, query, onChange }: QuestionFormProps) {
  const options = part(query, 'retentionFilter')
  const change = (fields: Query) => onChange(within(query, 'retentionFilter', fields))
  const entity = (id: string) => ({ id, name: id, type: 'events' })
  return (
    <>
      <div className={classes.row}>
        <WordInput
          project={project}
          kind="event"
          label="Who did"
          value={text(part(options, 'targetEntity').id)}
          onChange={(id) => change({ targetEntity: entity(id) })}
        />
        <WordInput
          project={project}
          kind="event"
          label="And came back to"
          value={text(part(options, 'returningEntity').id)}
          onChange={(id) => change({ returningEntity: entity(id) })}
        />
      </div>
      <div className={classes.row}>
        <NativeSelect
          size="xs"
          label="By"
          value={text(options.period) || 'Day'}
          data={['Hour', 'Day', 'Week', 'Month']}
          onChange={(event) => change({ period: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="number"
          label="For how many"
          min={2}
          max={31}
          value={text(options.totalIntervals) || '8'}
          onChange={(event) => change({ totalIntervals: Number(event.currentTarget.value) || 8 })}
        />
      </div>
    </>
  )
}

function PathsFields({ query, onChange }: QuestionFormProps) {
  const options = part(query, 'pathsFilter')
  const change = (fields: Query) => onChange(within(query, 'pathsFilter', fields))
  return (
    <div className={classes.row}>
      <TextInput
        size="xs"
        label="Starting at"
        placeholder="anywhere"
        value={text(options.startPoint)}
        onChange={(event) => change({ startPoint: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Ending at"
        placeholder="anywhere"
        value={text(options.endPoint)}
        onChange={(event) => change({ endPoint: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="number"
        label="Steps"
        min={2}
        max={20}
        value={text(options.stepLimit) || '5'}
        onChange={(event) => change({ stepLimit: Number(event.currentTarget.value) || 5 })}
      />
    </div>
  )
}
