import { say } from '../../lang/say.ts'
import type { Field, ListField } from '../field.ts'
import { dates, joined, kept, population } from '../part/common.ts'
import { eventFilter } from '../part/filters.ts'
import { isQuery, items, type Query, read, under } from '../query.ts'
import { funnels } from './funnels.ts'
import type { Kind } from './kind.ts'

export const paths: Kind = {
  label: () => say('Paths'),
  meaning: () => say('Where people went from page to page, or from event to event.'),
  types: ['paths', 'table'],
  begin: (before) => ({
    kind: 'PathsQuery',
    ...kept(before),
    pathsFilter: { includeEventTypes: ['$pageview', 'custom_event'], stepLimit: 5 },
  }),
  form: (query, at) => {
    const options = under(at, 'pathsFilter')
    const form = {
      rows: [
        [kinds(options, query)],
        [
          point(under(options, 'startPoint'), say('Starting at')),
          point(under(options, 'endPoint'), say('Ending at')),
          {
            as: 'number',
            at: under(options, 'stepLimit'),
            label: say('Steps'),
            otherwise: 5,
            min: 2,
            max: 20,
          } as const,
        ],
        [
          {
            as: 'values',
            at: under(options, 'excludeEvents'),
            label: say('Left out'),
            words: { of: 'event' },
          } as const,
        ],
        [eventFilter(under(at, 'properties'))],
        [dates(at)],
      ],
      more: [
        ...limits(options),
        [cleanings(under(options, 'localPathCleaningFilters'))],
        around(at, query),
        population(at),
      ],
    }
    const funnel = read(query, 'funnelPathsFilter.funnelSource')
    return isQuery(funnel)
      ? joined(form, {
          rows: [],
          more: funnels.form(funnel, under(at, 'funnelPathsFilter.funnelSource')).rows,
        })
      : form
  },
}

function point(at: string, label: string): Field {
  return { as: 'text', at, label, placeholder: say('anywhere'), words: { of: 'event' } }
}

function kinds(options: string, query: Query): Field {
  const isWritten = items(read(query, 'pathsFilter.includeEventTypes')).includes('hogql')
  return {
    as: 'some',
    at: under(options, 'includeEventTypes'),
    label: say('Made of'),
    options: [
      { value: '$pageview', label: say('Pages') },
      { value: '$screen', label: say('Screens') },
      { value: 'custom_event', label: say('Other events') },
      ...(isWritten ? [{ value: 'hogql', label: say('An expression') }] : []),
    ],
  }
}

function limits(options: string): readonly (readonly Field[])[] {
  return [
    [
      {
        as: 'values',
        at: under(options, 'pathGroupings'),
        label: say('Taken together'),
        hint: say('Such as /product/*'),
      },
    ],
    [
      { as: 'number', at: under(options, 'edgeLimit'), label: say('Most links'), otherwise: 50, min: 1 },
      { as: 'number', at: under(options, 'minEdgeWeight'), label: say('Walked at least'), min: 1 },
      { as: 'number', at: under(options, 'maxEdgeWeight'), label: say('Walked at most'), min: 1 },
    ],
    [
      {
        as: 'text',
        at: under(options, 'pathsHogQLExpression'),
        label: say('A step is called'),
        placeholder: 'properties.$current_url',
      },
    ],
  ]
}

function cleanings(at: string): ListField {
  return {
    as: 'list',
    at,
    label: say('Addresses tidied'),
    entry: { add: say('Tidy addresses'), name: (number) => say('Rule {number}', { number }) },
    fields: (place) => [
      { as: 'text', at: under(place, 'regex'), label: say('What matches'), placeholder: '/order/\\d+' },
      { as: 'text', at: under(place, 'alias'), label: say('Becomes'), placeholder: '/order/<id>' },
    ],
    fresh: (before) => ({ regex: '', alias: '', order: before.length }),
  }
}

/** Only the part of the way before, after or between the steps of a funnel. */
function around(at: string, query: Query): readonly Field[] {
  const place = under(at, 'funnelPathsFilter')
  const side: Field = {
    as: 'choice',
    at: under(place, 'funnelPathType'),
    label: say('Around a funnel'),
    blank: say('No'),
    options: [
      { value: 'funnel_path_before_step', label: say('Before a step') },
      { value: 'funnel_path_between_steps', label: say('Between two steps') },
      { value: 'funnel_path_after_step', label: say('After a step') },
    ],
    becomes: (before, funnelPathType) =>
      funnelPathType === ''
        ? {}
        : { funnelSource: funnels.begin({}), funnelStep: 1, ...before, funnelPathType },
  }
  const step: Field = {
    as: 'number',
    at: under(place, 'funnelStep'),
    label: say('Step'),
    otherwise: 1,
    min: 1,
  }
  return isQuery(query.funnelPathsFilter) ? [side, step] : [side]
}
