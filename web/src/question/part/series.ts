import type { Source } from '../../api/vocabulary.ts'
import { say } from '../../lang/say.ts'
import type { Field, ListField, Option } from '../field.ts'
import { isQuery, items, objects, pick, type Query, text, under, without } from '../query.ts'
import { eventFilter, groupChoice, groupSource, sourceOf } from './filters.ts'

/** What a series may be measured by. */
export type Maths = 'trend' | 'funnel' | 'actor' | 'none'

/** The events and actions that a question is about, in order. */
export function seriesList(at: string, maths: Maths, most: number, least = 1): ListField {
  const isFunnel = maths === 'funnel'
  return {
    as: 'list',
    at,
    label: isFunnel ? say('Steps') : say('Events and actions'),
    entry: isFunnel
      ? { add: say('Add a step'), name: (number) => say('Step {number}', { number }) }
      : { add: say('Add a series'), name: (number) => say('Series {number}', { number }) },
    fields: (place, one) => seriesFields(place, isQuery(one) ? one : {}, maths),
    fresh: () => event(null),
    least,
    most,
  }
}

function seriesFields(at: string, one: Query, maths: Maths): readonly Field[] {
  const name: Field = {
    as: 'text',
    at: under(at, 'custom_name'),
    label: say('Called'),
    placeholder: text(one.name),
  }
  return [
    ...subjectFields(at, one),
    ...mathFields(at, one, maths),
    name,
    eventFilter(under(at, 'properties')),
  ]
}

/** An event by its name, or an action. */
export function subjectFields(at: string, one: Query): readonly Field[] {
  const isAction = one.kind === 'ActionsNode'
  const kind: Field = {
    as: 'choice',
    at: under(at, 'kind'),
    label: say('About'),
    options: subjects('EventsNode', 'ActionsNode'),
    otherwise: 'EventsNode',
    becomes: (before, value) => ({
      ...(value === 'ActionsNode' ? { kind: value } : event(null)),
      ...without(before, 'kind', 'event', 'id', 'name'),
    }),
  }
  return [kind, isAction ? actionChoice(under(at, 'id')) : eventName(under(at, 'event'))]
}

export function subjects(event: string, action: string): readonly Option[] {
  return [
    { value: event, label: say('Event') },
    { value: action, label: say('Action') },
  ]
}

export function actionChoice(at: string): Extract<Field, { as: 'choice' }> {
  return { as: 'choice', at, label: say('Action'), options: { of: 'action' }, isNumber: true }
}

/** All events when it is empty, which the server calls null. */
function eventName(at: string): Field {
  return {
    as: 'text',
    at,
    label: say('Event'),
    words: { of: 'event' },
    placeholder: say('All events'),
    becomes: (before, value) => ({
      ...before,
      event: value === '' ? null : value,
      name: value || 'All events',
    }),
  }
}

export function event(name: string | null): Query {
  return { kind: 'EventsNode', event: name, name: name ?? 'All events' }
}

/** The series of a question of another kind. */
export function seriesOf(query: Query): readonly Query[] {
  const given = objects(query.series)
  if (given.length > 0) return given.map((one) => without(one, 'math', ...ofMath))
  const target = isQuery(query.retentionFilter) ? query.retentionFilter.targetEntity : undefined
  if (isQuery(target) && target.type !== 'actions') return [event(text(target.id) || null)]
  return [event('$pageview')]
}

/** What only some ways of measuring have. */
const ofMath = [
  'math_property',
  'math_property_type',
  'math_hogql',
  'math_group_type_index',
  'math_multiplier',
]

function mathFields(at: string, one: Query, maths: Maths): readonly Field[] {
  if (maths === 'none') return []
  const math: Field = {
    as: 'choice',
    at: under(at, 'math'),
    label: say('Measured by'),
    options: optionsOf(maths),
    otherwise: maths === 'actor' ? 'dau' : 'total',
    becomes: (before, value) => ({
      ...without(before, 'math', ...ofMath),
      ...fitting(before, value),
      math: value,
    }),
  }
  return [math, ...detailFields(at, one)]
}

/** What the new way of measuring can use of the old one. */
function fitting(before: Query, math: string): Query {
  if (isOfProperty(math)) return pick(before, ['math_property', 'math_property_type'])
  return math === 'unique_group' ? { math_group_type_index: 0 } : {}
}

function detailFields(at: string, one: Query): readonly Field[] {
  const math = text(one.math)
  if (math === 'unique_group') return [groupChoice(under(at, 'math_group_type_index'))]
  if (math === 'hogql') {
    return [
      {
        as: 'text',
        at: under(at, 'math_hogql'),
        label: say('Aggregate'),
        placeholder: 'sum(properties.price)',
      },
    ]
  }
  if (!isOfProperty(math)) return []
  const owner = text(one.math_property_type) || 'event_properties'
  const words: Source =
    owner === 'group_properties' ? groupSource(one) : sourceOf(owner.replace(/_properties$/, ''))
  return [
    {
      as: 'choice',
      at: under(at, 'math_property_type'),
      label: say('Of'),
      options: owners(),
      otherwise: 'event_properties',
    },
    ...(owner === 'group_properties' ? [groupChoice(under(at, 'math_group_type_index'))] : []),
    { as: 'text', at: under(at, 'math_property'), label: say('Property'), words },
  ]
}

function owners(): readonly Option[] {
  return [
    { value: 'event_properties', label: say('Event') },
    { value: 'person_properties', label: say('Person') },
    { value: 'session_properties', label: say('Session') },
    { value: 'group_properties', label: say('Group') },
  ]
}

const summaries = ['sum', 'avg', 'min', 'max', 'median', 'p75', 'p90', 'p95', 'p99']

function isOfProperty(math: string): boolean {
  return summaries.includes(math)
}

function optionsOf(maths: Exclude<Maths, 'none'>): readonly Option[] {
  switch (maths) {
    case 'trend':
      return [...counts(), ...ofProperty(), ...perActor(), { value: 'hogql', label: say('An expression') }]
    case 'funnel':
      return [
        { value: 'total', label: say('Any time') },
        { value: 'first_time_for_user', label: say('First time ever') },
        { value: 'first_time_for_user_with_filters', label: say('First time that fits') },
      ]
    case 'actor':
      return [
        { value: 'dau', label: say('Unique persons') },
        { value: 'unique_group', label: say('Unique groups') },
        { value: 'hogql', label: say('An expression') },
      ]
  }
}

function counts(): readonly Option[] {
  return [
    { value: 'total', label: say('Total count') },
    { value: 'dau', label: say('Unique persons') },
    { value: 'weekly_active', label: say('Weekly active persons') },
    { value: 'monthly_active', label: say('Monthly active persons') },
    { value: 'unique_session', label: say('Unique sessions') },
    { value: 'unique_group', label: say('Unique groups') },
    { value: 'first_time_for_user', label: say('First time ever') },
    { value: 'first_matching_event_for_user', label: say('First time that fits') },
  ]
}

function ofProperty(): readonly Option[] {
  return [
    { value: 'sum', label: say('Sum of a property') },
    { value: 'avg', label: say('Average of a property') },
    { value: 'min', label: say('Smallest of a property') },
    { value: 'max', label: say('Largest of a property') },
    { value: 'median', label: say('Median of a property') },
    ...percentiles().map(({ value, name }) => ({ value, label: say('{name} of a property', { name }) })),
  ]
}

function perActor(): readonly Option[] {
  return [
    { value: 'avg_count_per_actor', label: say('Average count per person') },
    { value: 'min_count_per_actor', label: say('Smallest count per person') },
    { value: 'max_count_per_actor', label: say('Largest count per person') },
    { value: 'median_count_per_actor', label: say('Median count per person') },
    ...percentiles().map(({ value, name }) => ({
      value: `${value}_count_per_actor`,
      label: say('{name} of the count per person', { name }),
    })),
  ]
}

function percentiles(): readonly { value: string; name: string }[] {
  return [75, 90, 95, 99].map((percent) => ({
    value: `p${percent}`,
    name: say('{percent}th percentile', { percent }),
  }))
}

/** Letters that formulas call series by. */
export function lettersOf(query: Query): string {
  return items(query.series)
    .map((_, index) => String.fromCharCode(65 + index))
    .join(', ')
}
