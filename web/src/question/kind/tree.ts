import { say } from '../../lang/say.ts'
import type { Field, ListField, Option } from '../field.ts'
import { isQuery, type Query, text, under, without } from '../query.ts'
import { cubeForm } from './cube.ts'
import type { Kind } from './kind.ts'

/** Datasets made of others, as mediarithmics' charts have them. */
export const tree: Kind = {
  label: () => say('Tree of datasets'),
  meaning: () => say('A dataset of counts, buckets and ratios that are computed from queries.'),
  types: ['metric', 'bars', 'columns', 'pie', 'radar', 'table'],
  begin: (before) => ({
    kind: 'DatasetTree',
    dataset: before.kind === 'OtqlQuery' ? { type: 'OTQL', query_text: before.query_text } : fresh('OTQL'),
  }),
  form: (query, at) => ({
    rows: [nodeFields(isQuery(query.dataset) ? query.dataset : {}, under(at, 'dataset'))],
  }),
}

const cubes = ['activities_analytics', 'collection_volumes', 'resources_usage', 'data_ingestion']

function nodeFields(node: Query, at: string): readonly Field[] {
  const type: Field = {
    as: 'choice',
    at: under(at, 'type'),
    label: say('Made by'),
    options: types(),
    becomes: (before, value) => changed(before, value),
  }
  const title: Field = { as: 'text', at: under(at, 'series_title'), label: say('Called') }
  return [type, title, ...ownFields(node, at)]
}

function ownFields(node: Query, at: string): readonly Field[] {
  const type = text(node.type)
  if (type.toUpperCase() === 'OTQL') return otqlFields(node, at)
  if (cubes.includes(type)) {
    const form = cubeForm(isQuery(node.query_json) ? node.query_json : {}, under(at, 'query_json'), type)
    return [...form.rows, ...form.more].flat()
  }
  if (type === 'data_file') {
    return [
      { as: 'text', at: under(at, 'uri'), label: say('Address of the file') },
      { as: 'text', at: under(at, 'JSON_path'), label: say('Path in the file'), placeholder: '$[0].value' },
    ]
  }
  return [...optionFields(type, at), sources(under(at, 'sources'))]
}

function otqlFields(node: Query, at: string): readonly Field[] {
  if ('query_id' in node && !('query_text' in node)) {
    return [{ as: 'text', at: under(at, 'query_id'), label: say('Number of the saved query') }]
  }
  return [{ as: 'code', at: under(at, 'query_text'), label: 'OTQL', language: 'otql' }]
}

function optionFields(type: string, at: string): readonly Field[] {
  switch (type) {
    case 'index':
      return [
        { as: 'number', at: under(at, 'options.limit'), label: say('Rows'), otherwise: 10, min: 0 },
        {
          as: 'number',
          at: under(at, 'options.minimum_percentage'),
          label: say('Percent at least'),
          otherwise: 0,
          min: 0,
          max: 100,
        },
        {
          as: 'choice',
          at: under(at, 'options.sort'),
          label: say('Direction'),
          otherwise: 'descending',
          options: [
            { value: 'descending', label: say('Largest first') },
            { value: 'ascending', label: say('Smallest first') },
          ],
        },
      ]
    case 'reduce':
      return [
        {
          as: 'choice',
          at: under(at, 'reduce_options.type'),
          label: say('Reduced to'),
          options: reductions(),
        },
      ]
    case 'format-dates':
      return [
        {
          as: 'text',
          at: under(at, 'date_options.format'),
          label: say('Format of dates'),
          placeholder: 'YYYY-MM-DD',
        },
      ]
    case 'get-decorators':
      return [
        {
          as: 'choice',
          at: under(at, 'decorators_options.model_type'),
          label: say('Names of'),
          options: ['CHANNELS', 'SEGMENTS', 'COMPARTMENTS'].map((value) => ({ value, label: value })),
        },
      ]
    default:
      return []
  }
}

function sources(at: string): ListField {
  return {
    as: 'list',
    at,
    label: say('Sources'),
    entry: { add: say('Add a source'), name: (number) => say('Source {number}', { number }) },
    fields: (place, one) => nodeFields(isQuery(one) ? one : {}, place),
    fresh: () => fresh('OTQL'),
    most: 50,
  }
}

function fresh(type: string): Query {
  if (type === 'OTQL') return { type, query_text: 'SELECT @count{} FROM UserPoint' }
  if (cubes.includes(type)) return { type, query_json: { dimensions: [], metrics: [] } }
  if (type === 'reduce') return { type, reduce_options: { type: 'count' }, sources: [] }
  return type === 'data_file' ? { type, uri: '', JSON_path: '$' } : { type, sources: [] }
}

/** What becomes a transformation takes what was there as its source. */
function changed(before: Query, type: string): Query {
  const isSource = type === 'OTQL' || type === 'data_file' || cubes.includes(type)
  if (isSource) return { ...fresh(type), ...named(before) }
  const inner = 'sources' in before ? before.sources : [without(before, 'series_title')]
  return { ...fresh(type), ...named(before), sources: inner }
}

function named(before: Query): Query {
  return 'series_title' in before ? { series_title: before.series_title } : {}
}

function types(): readonly Option[] {
  return [
    { value: 'OTQL', label: 'OTQL' },
    ...cubes.map((value) => ({ value, label: value })),
    { value: 'data_file', label: say('A file of data') },
    { value: 'to-list', label: say('Counts as a list') },
    { value: 'join', label: say('Joined by key') },
    { value: 'to-percentages', label: say('Shares in percent') },
    { value: 'ratio', label: say('Ratio of two') },
    { value: 'index', label: say('Index against the whole') },
    { value: 'reduce', label: say('One number of many') },
    { value: 'format-dates', label: say('Dates in another format') },
    { value: 'get-decorators', label: say('Names for numbers') },
  ]
}

function reductions(): readonly Option[] {
  return ['avg', 'max', 'min', 'count', 'sum', 'first', 'last'].map((value) => ({ value, label: value }))
}
