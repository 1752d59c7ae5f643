import { say } from '../../lang/say.ts'
import type { Field, FilterField, ListField } from '../field.ts'
import { grains } from '../part/common.ts'
import { eventFilter, rowFilter } from '../part/filters.ts'
import { isQuery, items, pick, type Query, text, under } from '../query.ts'
import type { Kind } from './kind.ts'

export const report: Kind = {
  label: () => say('Report'),
  meaning: () => say('Numbers of a dataset, such as posts or invoices, by its dimensions.'),
  types: ['table', 'bars', 'columns', 'line', 'area', 'pie', 'metric', 'bridge'],
  begin: (before) => ({
    kind: 'ReportQuery',
    dataset: 'posts',
    dimensions: ['network'],
    metrics: ['impressions'],
    ...pick(before, ['dateRange']),
  }),
  form: (query, at) => {
    const dataset = text(query.dataset)
    return {
      rows: [
        [datasetChoice(at)],
        [dimensions(under(at, 'dimensions'), dataset)],
        [metrics(under(at, 'metrics'), dataset)],
        [filterOf(under(at, 'properties' in query ? 'properties' : 'filters'), dataset)],
        [
          {
            as: 'dates',
            at: under(at, 'date_range' in query ? 'date_range' : 'dateRange'),
            label: say('Dates'),
          },
          { as: 'number', at: under(at, 'limit'), label: say('Rows'), min: 1 },
        ],
        [orders(under(at, 'order_by'), query)],
      ],
    }
  },
}

/** Another dataset has other names: what was chosen of the one before goes. */
function datasetChoice(at: string): Field {
  return {
    as: 'choice',
    at: under(at, 'dataset'),
    label: say('Dataset'),
    options: { of: 'dataset' },
    becomes: (before, dataset) => ({
      ...pick(before, ['kind', 'dateRange', 'date_range', 'limit']),
      dataset,
    }),
  }
}

function filterOf(at: string, dataset: string): FilterField {
  return dataset === 'events' ? eventFilter(at) : rowFilter(at, dataset)
}

function dimensions(at: string, dataset: string): ListField {
  return {
    as: 'list',
    at,
    label: say('Dimensions'),
    entry: { add: say('Add a dimension'), name: (number) => say('Dimension {number}', { number }) },
    fields: (place, one) => {
      const isObject = isQuery(one)
      const name: Field = {
        as: 'text',
        at: isObject ? under(place, 'field') : place,
        label: say('Dimension'),
        words: { of: 'dimension', in: dataset },
      }
      return isObject
        ? [
            name,
            {
              as: 'choice',
              at: under(place, 'grain'),
              label: say('Per'),
              options: grains(),
              blank: say('As it is'),
            },
          ]
        : [name]
    },
    fresh: () => '',
    most: 20,
  }
}

function metrics(at: string, dataset: string): ListField {
  return {
    as: 'list',
    at,
    label: say('Metrics'),
    entry: { add: say('Add a metric'), name: (number) => say('Metric {number}', { number }) },
    fields: (place, one) => {
      const words = { of: 'metric', in: dataset } as const
      if (!isQuery(one)) return [{ as: 'text', at: place, label: say('Metric'), words }]
      return [
        { as: 'text', at: under(place, 'metric'), label: say('Metric') },
        { as: 'text', at: under(place, 'field'), label: say('Of'), words: { of: 'dimension', in: dataset } },
      ]
    },
    fresh: () => '',
    most: 50,
  }
}

function orders(at: string, query: Query): ListField {
  const columns = [...items(query.dimensions), ...items(query.metrics)]
    .map(columnOf)
    .filter((name) => name !== '')
  return {
    as: 'list',
    at,
    label: say('Ordered by'),
    entry: { add: say('Add an order'), name: (number) => say('Order {number}', { number }) },
    fields: (place) => [
      {
        as: 'choice',
        at: under(place, 'field'),
        label: say('Column'),
        options: columns.map((value) => ({ value, label: value })),
      },
      { as: 'flag', at: under(place, 'desc'), label: say('Largest first') },
    ],
    fresh: () => ({ field: columns.at(-1) ?? '', desc: true }),
    most: 20,
  }
}

/** What the answer calls a dimension or a metric. */
function columnOf(one: unknown): string {
  if (!isQuery(one)) return text(one)
  if ('metric' in one) return `${text(one.metric)}_${text(one.field)}`
  return 'grain' in one ? `${text(one.field)}_${text(one.grain)}` : text(one.field)
}
