import { say } from '../../lang/say.ts'
import type { Field, ListField, Option } from '../field.ts'
import { isQuery, items, objects, type Query, read, text, under, without, write } from '../query.ts'
import { groupChoice, groupSource, sourceOf } from './filters.ts'

/** What a question is broken down by. */
export function breakdownList(at: string, withBins: boolean): ListField {
  return {
    as: 'list',
    at: under(at, 'breakdownFilter.breakdowns'),
    label: say('Broken down by'),
    entry: { add: say('Add a breakdown'), name: (number) => say('Breakdown {number}', { number }) },
    fields: (place, one) => breakdownFields(place, isQuery(one) ? one : {}, withBins),
    fresh: () => ({ type: 'event', property: '' }),
    most: 3,
  }
}

/** How many values are shown, and whether the rest is. */
export function breakdownLimits(at: string): readonly Field[] {
  const filter = under(at, 'breakdownFilter')
  return [
    {
      as: 'number',
      at: under(filter, 'breakdown_limit'),
      label: say('Most values of a breakdown'),
      otherwise: 25,
      min: 1,
    },
    { as: 'flag', at: under(filter, 'breakdown_hide_other_aggregation'), label: say('Without the rest') },
  ]
}

function breakdownFields(at: string, one: Query, withBins: boolean): readonly Field[] {
  const type = text(one.type) || 'event'
  const owner: Field = {
    as: 'choice',
    at: under(at, 'type'),
    label: say('Of'),
    options: owners(),
    otherwise: 'event',
    becomes: (_, value) => ownedBy(value),
  }
  return [owner, ...fieldsOfOwner(at, one, type, withBins)]
}

function ownedBy(type: string): Query {
  if (type === 'cohort') return { type, property: ['all'] }
  return type === 'group' ? { type, property: '', group_type_index: 0 } : { type, property: '' }
}

function fieldsOfOwner(at: string, one: Query, type: string, withBins: boolean): readonly Field[] {
  const place = under(at, 'property')
  if (type === 'cohort')
    return [
      {
        as: 'values',
        at: place,
        label: say('Cohorts'),
        words: { of: 'cohort' },
        hint: say('Their numbers, or “all” for everybody.'),
      },
    ]
  if (type === 'hogql')
    return [{ as: 'text', at: place, label: say('Expression'), placeholder: 'lower(properties.plan)' }]
  const words = type === 'group' ? groupSource(one) : sourceOf(type)
  const bins: Field = {
    as: 'number',
    at: under(at, 'histogram_bin_count'),
    label: say('Bins'),
    min: 1,
    max: 90,
  }
  const clean: Field = { as: 'flag', at: under(at, 'normalize_url'), label: say('Tidy addresses') }
  return [
    ...(type === 'group' ? [groupChoice(under(at, 'group_type_index'))] : []),
    { as: 'text', at: place, label: say('Property'), words },
    ...(withBins ? [bins] : []),
    clean,
  ]
}

function owners(): readonly Option[] {
  return [
    { value: 'event', label: say('Event') },
    { value: 'person', label: say('Person') },
    { value: 'session', label: say('Session') },
    { value: 'group', label: say('Group') },
    { value: 'event_metadata', label: say('Column') },
    { value: 'cohort', label: say('Cohorts') },
    { value: 'hogql', label: say('Expression') },
  ]
}

const old: Readonly<Record<string, string>> = {
  breakdown: 'property',
  breakdown_type: 'type',
  breakdown_group_type_index: 'group_type_index',
  breakdown_histogram_bin_count: 'histogram_bin_count',
  breakdown_normalize_url: 'normalize_url',
}

/** A breakdown of the older form, for one property, as a list of one. */
export function listedBreakdowns(query: Query): Query {
  const filter = query.breakdownFilter
  if (!isQuery(filter) || filter.breakdown === undefined || filter.breakdown === null) return query
  const rest = without(filter, ...Object.keys(old))
  if (objects(filter.breakdowns).length > 0) return { ...query, breakdownFilter: rest }
  const one = Object.fromEntries(
    Object.entries(old)
      .filter(([name]) => (filter[name] ?? null) !== null)
      .map(([name, now]) => [now, only(filter, name)]),
  )
  return { ...query, breakdownFilter: { ...rest, breakdowns: [one] } }
}

/** A property in a list by itself is that property; cohorts stay a list. */
function only(filter: Query, name: string): unknown {
  const value = filter[name]
  return name === 'breakdown' && filter.breakdown_type !== 'cohort' && items(value).length === 1
    ? items(value)[0]
    : value
}

export function isBrokenDown(query: Query): boolean {
  return items(read(query, 'breakdownFilter.breakdowns')).length > 0
}

/** Without breakdowns that name nothing yet. */
export function namedBreakdowns(query: Query, at: string): Query {
  const place = under(at, 'breakdownFilter.breakdowns')
  const all = read(query, place)
  if (!Array.isArray(all)) return query
  return write(
    query,
    place,
    all.filter((one) => !isQuery(one) || items(one.property).length > 0 || text(one.property) !== ''),
  )
}
