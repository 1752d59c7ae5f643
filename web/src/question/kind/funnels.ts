import { say } from '../../lang/say.ts'
import type { Field, ListField } from '../field.ts'
import { breakdownLimits, breakdownList, isBrokenDown, listedBreakdowns } from '../part/breakdowns.ts'
import { dates, grain, kept, population } from '../part/common.ts'
import { eventFilter } from '../part/filters.ts'
import { event, seriesList, seriesOf, subjectFields } from '../part/series.ts'
import { isQuery, items, type Query, text, under } from '../query.ts'
import type { Kind } from './kind.ts'

export const funnels: Kind = {
  label: () => say('Funnel'),
  meaning: () => say('How many went through a row of steps, and where they left.'),
  types: ['funnel', 'line', 'columns', 'table'],
  begin: (before) => {
    const series = seriesOf(before)
    return {
      kind: 'FunnelsQuery',
      ...kept(before),
      series: series.length > 1 ? series : [...series, event(null)],
    }
  },
  form: (query, at) => {
    const options = under(at, 'funnelsFilter')
    const filter = isQuery(query.funnelsFilter) ? query.funnelsFilter : {}
    return {
      rows: [
        [seriesList(under(at, 'series'), 'funnel', 20)],
        [view(options), order(options), ...windowFields(options)],
        viewFields(options, text(filter.funnelVizType)),
        [breakdownList(at, false)],
        isBrokenDown(query) ? attribution(options, filter, items(query.series).length) : [],
        [eventFilter(under(at, 'properties'))],
        [dates(at), ...(filter.funnelVizType === 'trends' ? [grain(at)] : [])],
      ],
      more: [
        [exclusions(under(options, 'exclusions'), items(query.series).length)],
        [
          {
            as: 'text',
            at: under(options, 'funnelAggregateByHogQL'),
            label: say('Followed by'),
            placeholder: 'person_id',
          },
        ],
        breakdownLimits(at),
        population(at),
      ],
    }
  },
  renewed: listedBreakdowns,
}

function view(options: string): Field {
  return {
    as: 'choice',
    at: under(options, 'funnelVizType'),
    label: say('Shows'),
    otherwise: 'steps',
    options: [
      { value: 'steps', label: say('Conversion by step') },
      { value: 'time_to_convert', label: say('Time to convert') },
      { value: 'trends', label: say('Conversion over time') },
    ],
  }
}

function order(options: string): Field {
  return {
    as: 'choice',
    at: under(options, 'funnelOrderType'),
    label: say('Order of the steps'),
    otherwise: 'ordered',
    options: [
      { value: 'ordered', label: say('One after the other') },
      { value: 'strict', label: say('Nothing in between') },
      { value: 'unordered', label: say('Any order') },
    ],
  }
}

function windowFields(options: string): readonly Field[] {
  return [
    { as: 'number', at: under(options, 'funnelWindowInterval'), label: say('Within'), otherwise: 14, min: 1 },
    {
      as: 'choice',
      at: under(options, 'funnelWindowIntervalUnit'),
      label: say('Unit'),
      otherwise: 'day',
      options: [
        { value: 'second', label: say('Seconds') },
        { value: 'minute', label: say('Minutes') },
        { value: 'hour', label: say('Hours') },
        { value: 'day', label: say('Days') },
        { value: 'week', label: say('Weeks') },
        { value: 'month', label: say('Months') },
      ],
    },
  ]
}

/** Times and rates are between two steps, counted from 0 on the wire. */
function viewFields(options: string, type: string): readonly Field[] {
  if (type !== 'time_to_convert' && type !== 'trends') return []
  const bins: Field = { as: 'number', at: under(options, 'binCount'), label: say('Bins'), min: 1, max: 90 }
  return [...stepRange(options), ...(type === 'trends' ? [] : [bins])]
}

function stepRange(at: string): readonly Field[] {
  return [
    { as: 'number', at: under(at, 'funnelFromStep'), label: say('From step'), min: 0, fromOne: true },
    { as: 'number', at: under(at, 'funnelToStep'), label: say('To step'), min: 0, fromOne: true },
  ]
}

function attribution(options: string, filter: Query, steps: number): readonly Field[] {
  const which: Field = {
    as: 'choice',
    at: under(options, 'breakdownAttributionType'),
    label: say('Value of a breakdown'),
    hint: say('Which value counts when a person had several on the way.'),
    otherwise: 'first_touch',
    options: [
      { value: 'first_touch', label: say('The first one') },
      { value: 'last_touch', label: say('The last one') },
      { value: 'all_events', label: say('The same in all steps') },
      { value: 'step', label: say('That of a step') },
    ],
  }
  const step: Field = {
    as: 'number',
    at: under(options, 'breakdownAttributionValue'),
    label: say('Step'),
    otherwise: 0,
    min: 0,
    max: Math.max(0, steps - 1),
    fromOne: true,
  }
  return filter.breakdownAttributionType === 'step' ? [which, step] : [which]
}

function exclusions(at: string, steps: number): ListField {
  return {
    as: 'list',
    at,
    label: say('Left out of the funnel'),
    entry: {
      add: say('Leave out who did something'),
      name: (number) => say('Exclusion {number}', { number }),
    },
    fields: (place, one) => [...subjectFields(place, isQuery(one) ? one : {}), ...stepRange(place)],
    fresh: (): Query => ({ ...event('$pageview'), funnelFromStep: 0, funnelToStep: Math.max(1, steps - 1) }),
    most: 20,
  }
}
