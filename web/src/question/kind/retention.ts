import { say } from '../../lang/say.ts'
import type { Field } from '../field.ts'
import { breakdownLimits, breakdownList, listedBreakdowns } from '../part/breakdowns.ts'
import { dates, flag, kept, population } from '../part/common.ts'
import { eventFilter } from '../part/filters.ts'
import { actionChoice, seriesOf, subjects } from '../part/series.ts'
import { isQuery, type Query, text, under, without } from '../query.ts'
import type { Kind } from './kind.ts'

export const retention: Kind = {
  label: () => say('Retention'),
  meaning: () => say('Of those who began together, how many came back after each interval.'),
  types: ['retention', 'table'],
  begin: (before) => {
    const [first] = seriesOf(before)
    const entity =
      first?.kind === 'ActionsNode' ? { id: first.id, type: 'actions' } : named(text(first?.event))
    const retentionFilter = {
      period: 'Day',
      totalIntervals: 8,
      targetEntity: entity,
      returningEntity: entity,
    }
    return { kind: 'RetentionQuery', ...kept(before), retentionFilter }
  },
  form: (query, at) => {
    const options = under(at, 'retentionFilter')
    const filter = isQuery(query.retentionFilter) ? query.retentionFilter : {}
    return {
      rows: [
        entityFields(under(options, 'targetEntity'), filter.targetEntity, say('Who did')),
        entityFields(under(options, 'returningEntity'), filter.returningEntity, say('And came back to')),
        [entry(options), ...periods(options)],
        [eventFilter(under(at, 'properties'))],
        [dates(at)],
      ],
      more: [
        [
          flag(under(options, 'cumulative'), say('Came back then or later')),
          {
            as: 'number',
            at: under(options, 'minimumOccurrences'),
            label: say('At least so often'),
            otherwise: 1,
            min: 1,
          },
          rolling(options),
        ],
        [breakdownList(at, false)],
        breakdownLimits(at),
        population(at),
      ],
    }
  },
  renewed: listedBreakdowns,
}

function named(id: string): Query {
  return { id: id === '' ? null : id, name: id || 'All events', type: 'events' }
}

function entityFields(at: string, value: unknown, label: string): readonly Field[] {
  const one = isQuery(value) ? value : {}
  const kind: Field = {
    as: 'choice',
    at: under(at, 'type'),
    label,
    options: subjects('events', 'actions'),
    otherwise: 'events',
    becomes: (before, type) => ({
      ...(type === 'actions' ? { type } : named('$pageview')),
      ...without(before, 'id', 'name', 'type', 'kind'),
    }),
  }
  const name: Field = {
    as: 'text',
    at: under(at, 'id'),
    label: say('Event'),
    words: { of: 'event' },
    placeholder: say('All events'),
    becomes: (before, id) => ({ ...before, ...named(id) }),
  }
  const place = under(at, 'id')
  return [kind, one.type === 'actions' ? actionChoice(place) : name, eventFilter(under(at, 'properties'))]
}

function entry(options: string): Field {
  return {
    as: 'choice',
    at: under(options, 'retentionType'),
    label: say('Begins'),
    hint: say('When somebody joins the group whose return is counted.'),
    otherwise: 'retention_recurring',
    options: [
      { value: 'retention_recurring', label: say('Each time') },
      { value: 'retention_first_time', label: say('The first time that fits') },
      { value: 'retention_first_ever_occurrence', label: say('The first time ever') },
    ],
  }
}

function periods(options: string): readonly Field[] {
  return [
    {
      as: 'choice',
      at: under(options, 'period'),
      label: say('Per'),
      otherwise: 'Day',
      options: [
        { value: 'Hour', label: say('Hour') },
        { value: 'Day', label: say('Day') },
        { value: 'Week', label: say('Week') },
        { value: 'Month', label: say('Month') },
      ],
    },
    {
      as: 'number',
      at: under(options, 'totalIntervals'),
      label: say('For how many'),
      otherwise: 8,
      min: 1,
      max: 31,
    },
  ]
}

function rolling(options: string): Field {
  return {
    as: 'choice',
    at: under(options, 'timeWindowMode'),
    label: say('Counted in'),
    otherwise: 'strict_calendar_dates',
    options: [
      { value: 'strict_calendar_dates', label: say('Days of the calendar') },
      { value: '24_hour_windows', label: say('24 hours from the first') },
    ],
  }
}
