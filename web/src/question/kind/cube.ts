import { say } from '../../lang/say.ts'
import type { Field, Form, ListField, Option } from '../field.ts'
import { isQuery, items, objects, type Query, read, text, under } from '../query.ts'
import type { Kind } from './kind.ts'

export const cube: Kind = {
  label: () => say('Data cube'),
  meaning: () => say('Numbers of a data cube, by its dimensions.'),
  types: ['table', 'bars', 'columns', 'line', 'area', 'pie', 'metric'],
  begin: () => ({
    kind: 'CubeQuery',
    cube: 'activities_analytics',
    date_ranges: [{ start_date: 'now-30d', end_date: 'now' }],
    dimensions: [{ name: 'channel_name' }],
    metrics: [{ expression: 'sessions' }],
  }),
  form: (query, at) => ({
    ...cubeForm(query, at, text(query.cube)),
    rows: [[cubeChoice(at)], ...cubeForm(query, at, text(query.cube)).rows],
  }),
  renewed: (query) => (isQuery(query.order_by) ? { ...query, order_by: [query.order_by] } : query),
}

function cubeChoice(at: string): Field {
  return {
    as: 'choice',
    at: under(at, 'cube'),
    label: say('Cube'),
    options: { of: 'cube' },
    becomes: (before, name) => ({
      kind: before.kind,
      cube: name,
      date_ranges: before.date_ranges,
      dimensions: [],
      metrics: [],
    }),
  }
}

/** What is asked of a cube, be it by itself or within a tree of datasets. */
export function cubeForm(
  query: Query,
  at: string,
  name: string,
): Form & { readonly more: readonly Field[][] } {
  const range = under(at, 'date_ranges[0]')
  return {
    rows: [
      [names(under(at, 'dimensions'), 'name', name)],
      [measures(under(at, 'metrics'), name)],
      [
        { as: 'text', at: under(range, 'start_date'), label: say('From'), placeholder: 'now-30d' },
        { as: 'text', at: under(range, 'end_date'), label: say('To'), placeholder: 'now' },
        { as: 'number', at: under(at, 'max_result'), label: say('Rows'), min: 0 },
      ],
      [
        facts(under(at, 'dimension_filter_clauses'), name),
        ...joining(under(at, 'dimension_filter_clauses'), query),
      ],
      [orders(under(at, 'order_by'), query)],
    ],
    more: [[rows(under(at, 'metric_filter_clauses'), name)]],
  }
}

function names(at: string, field: string, name: string): ListField {
  return {
    as: 'list',
    at,
    label: say('Dimensions'),
    entry: { add: say('Add a dimension'), name: (number) => say('Dimension {number}', { number }) },
    fields: (place) => [
      {
        as: 'choice',
        at: under(place, field),
        label: say('Dimension'),
        options: { of: 'cube_dimension', in: name },
      },
    ],
    fresh: () => ({ [field]: '' }),
    most: 20,
  }
}

function measures(at: string, name: string): ListField {
  return {
    as: 'list',
    at,
    label: say('Metrics'),
    entry: { add: say('Add a metric'), name: (number) => say('Metric {number}', { number }) },
    fields: (place) => [
      {
        as: 'choice',
        at: under(place, 'expression'),
        label: say('Metric'),
        options: { of: 'cube_metric', in: name },
      },
      { as: 'text', at: under(place, 'alias'), label: say('Called') },
    ],
    fresh: () => ({ expression: '' }),
    most: 20,
  }
}

function facts(clause: string, name: string): ListField {
  return {
    as: 'list',
    at: under(clause, 'filters'),
    label: say('Only where'),
    entry: { add: say('Add a condition'), name: (number) => say('Condition {number}', { number }) },
    fields: (place) => [
      {
        as: 'choice',
        at: under(place, 'dimension_name'),
        label: say('Dimension'),
        options: { of: 'cube_dimension', in: name },
      },
      { as: 'choice', at: under(place, 'operator'), label: say('Operator'), options: factOperators() },
      { as: 'values', at: under(place, 'expressions'), label: say('Value') },
      { as: 'flag', at: under(place, 'not'), label: say('Not') },
    ],
    fresh: () => ({ dimension_name: '', operator: 'EXACT', expressions: [] }),
    most: 100,
  }
}

/** Whether all conditions hold together or any: asked where there are several. */
function joining(clause: string, query: Query): readonly Field[] {
  if (items(read(query, 'dimension_filter_clauses.filters')).length < 2) return []
  return [
    {
      as: 'choice',
      at: under(clause, 'operator'),
      label: say('Of these hold'),
      otherwise: 'AND',
      options: [
        { value: 'AND', label: say('All') },
        { value: 'OR', label: say('Any') },
      ],
    },
  ]
}

function factOperators(): readonly Option[] {
  return [
    { value: 'EXACT', label: say('is') },
    { value: 'IN_LIST', label: say('is one of') },
    { value: 'PARTIAL', label: say('contains') },
    { value: 'BEGINS_WITH', label: say('begins with') },
    { value: 'ENDS_WITH', label: say('ends with') },
    { value: 'REGEXP', label: say('matches') },
    { value: 'NUMERIC_EQUAL', label: say('equals') },
    { value: 'NUMERIC_GREATER_THAN', label: say('is greater than') },
    { value: 'NUMERIC_LESS_THAN', label: say('is less than') },
  ]
}

function rows(clause: string, name: string): ListField {
  return {
    as: 'list',
    at: under(clause, 'filters'),
    label: say('Only rows where'),
    entry: {
      add: say('Add a condition on a metric'),
      name: (number) => say('Metric condition {number}', { number }),
    },
    fields: (place) => [
      {
        as: 'choice',
        at: under(place, 'metric_name'),
        label: say('Metric'),
        options: { of: 'cube_metric', in: name },
      },
      {
        as: 'choice',
        at: under(place, 'operator'),
        label: say('Operator'),
        options: [
          { value: 'EQUAL', label: say('equals') },
          { value: 'GREATER_THAN', label: say('is greater than') },
          { value: 'LESS_THAN', label: say('is less than') },
        ],
      },
      { as: 'number', at: under(place, 'comparison_value'), label: say('Value') },
      { as: 'flag', at: under(place, 'not'), label: say('Not') },
    ],
    fresh: () => ({ metric_name: '', operator: 'GREATER_THAN', comparison_value: 0 }),
    most: 100,
  }
}

function orders(at: string, query: Query): ListField {
  const columns = [
    ...objects(query.dimensions).map(({ name }) => text(name)),
    ...objects(query.metrics).map(({ alias, expression }) => text(alias) || text(expression)),
  ].filter((name) => name !== '')
  return {
    as: 'list',
    at,
    label: say('Ordered by'),
    entry: { add: say('Add an order'), name: (number) => say('Order {number}', { number }) },
    fields: (place) => [
      {
        as: 'choice',
        at: under(place, 'field_name'),
        label: say('Column'),
        options: columns.map((value) => ({ value, label: value })),
      },
      {
        as: 'choice',
        at: under(place, 'sort_order'),
        label: say('Direction'),
        otherwise: 'ASCENDING',
        options: [
          { value: 'ASCENDING', label: say('Smallest first') },
          { value: 'DESCENDING', label: say('Largest first') },
        ],
      },
    ],
    fresh: () => ({ field_name: columns.at(-1) ?? '', sort_order: 'DESCENDING' }),
    most: 20,
  }
}
