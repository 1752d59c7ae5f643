import { say } from '../lang/say.ts'
import type { Field, FilterField, Option } from '../question/field.ts'
import { cohortChoice, comparison, eventFilter } from '../question/part/filters.ts'
import { actionChoice, subjects } from '../question/part/series.ts'
import { type Query, text, under } from '../question/query.ts'

/** What a cohort asks of a person: what it is, what it did, and which other cohorts it is in. */
export function criteria(at: string): FilterField {
  return {
    as: 'filter',
    at,
    label: say('Persons who'),
    fields: criterionFields,
    fresh: ownedBy('behavioral'),
  }
}

function criterionFields(at: string, one: Query): readonly Field[] {
  const type = text(one.type) || 'person'
  const about: Field = {
    as: 'choice',
    at: under(at, 'type'),
    label: say('Of'),
    options: [
      { value: 'behavioral', label: say('What they did') },
      { value: 'person', label: say('What they are') },
      { value: 'cohort', label: say('Another cohort') },
    ],
    otherwise: 'person',
    becomes: (_, value) => ownedBy(value),
  }
  const not: Field = { as: 'flag', at: under(at, 'negation'), label: say('Not') }
  return [about, ...ownFields(at, one, type), not]
}

function ownedBy(type: string): Query {
  switch (type) {
    case 'behavioral':
      return {
        type,
        value: 'performed_event',
        event_type: 'events',
        key: '$pageview',
        time_value: 30,
        time_interval: 'day',
      }
    case 'cohort':
      return { type, key: 'id', operator: 'in' }
    default:
      return { type, key: '', operator: 'exact' }
  }
}

function ownFields(at: string, one: Query, type: string): readonly Field[] {
  switch (type) {
    case 'behavioral':
      return behaviourFields(at, one)
    case 'cohort':
      return [cohortChoice(under(at, 'value'))]
    default: {
      const words = { of: 'person_property' } as const
      const key = text(one.key)
      return [
        { as: 'text', at: under(at, 'key'), label: say('Property'), words },
        ...comparison(at, one, { words, key }, { of: 'value', owner: 'person', in: key }),
      ]
    }
  }
}

function behaviourFields(at: string, one: Query): readonly Field[] {
  const isAction = one.event_type === 'actions'
  const event: Field = { as: 'text', at: under(at, 'key'), label: say('Event'), words: { of: 'event' } }
  return [
    { as: 'choice', at: under(at, 'value'), label: say('They'), options: behaviours(), becomes: behaving },
    {
      as: 'choice',
      at: under(at, 'event_type'),
      label: say('About'),
      options: subjects('events', 'actions'),
      otherwise: 'events',
      becomes: ({ key: _, ...rest }, event_type) => ({ ...rest, event_type }),
    },
    isAction ? actionChoice(under(at, 'key')) : event,
    ...(one.value === 'performed_event_multiple' ? often(at) : []),
    ...within(at, 'time', say('Within the last')),
    ...(one.value === 'stopped_performing_event'
      ? within(at, 'seq_time', say('But not within the last'))
      : []),
    eventFilter(under(at, 'event_filters')),
  ]
}

function behaviours(): readonly Option[] {
  return [
    { value: 'performed_event', label: say('did') },
    { value: 'performed_event_multiple', label: say('did several times') },
    { value: 'stopped_performing_event', label: say('did, but no more') },
  ]
}

/** The same event, with what the new behaviour needs and without what only the old one had. */
function behaving(before: Query, value: string): Query {
  const { operator, operator_value, seq_time_value, seq_time_interval, ...rest } = before
  switch (value) {
    case 'performed_event_multiple':
      return { ...rest, value, operator: operator ?? 'gte', operator_value: operator_value ?? 2 }
    case 'stopped_performing_event':
      return {
        ...rest,
        value,
        seq_time_value: seq_time_value ?? 7,
        seq_time_interval: seq_time_interval ?? 'day',
      }
    default:
      return { ...rest, value }
  }
}

function often(at: string): readonly Field[] {
  return [
    {
      as: 'choice',
      at: under(at, 'operator'),
      label: say('How often'),
      otherwise: 'gte',
      options: [
        { value: 'gte', label: say('At least') },
        { value: 'lte', label: say('At most') },
        { value: 'exact', label: say('Exactly') },
      ],
    },
    { as: 'number', at: under(at, 'operator_value'), label: say('Times'), min: 0 },
  ]
}

function within(at: string, name: string, label: string): readonly Field[] {
  return [
    { as: 'number', at: under(at, `${name}_value`), label, min: 1 },
    {
      as: 'choice',
      at: under(at, `${name}_interval`),
      label: say('Unit'),
      options: [
        { value: 'hour', label: say('Hours') },
        { value: 'day', label: say('Days') },
        { value: 'week', label: say('Weeks') },
        { value: 'month', label: say('Months') },
        { value: 'year', label: say('Years') },
      ],
    },
  ]
}
