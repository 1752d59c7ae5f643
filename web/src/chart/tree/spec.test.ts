import { expect, test } from 'vitest'
import type { Dataset } from '../../api/answers.ts'
import { without } from '../legend.ts'
import { lightTheme } from '../theme.ts'
import { optionsOf } from './options.ts'
import { slicesOf } from './pie.ts'
import { seriesPlot } from './plot.ts'
import { labelOf } from './radar.ts'
import { type TreeSpec, treeRows, treeSpec } from './spec.ts'

const context = { zone: 'UTC', locale: 'en-GB', theme: lightTheme, colors: {}, motion: false }

function aggregate(dataset: readonly Record<string, unknown>[], ...seriesTitles: string[]): Dataset {
  return { type: 'aggregate', metadata: { seriesTitles }, dataset }
}

const nested = aggregate(
  [
    {
      key: 'web',
      value: 30,
      buckets: [
        { key: 'mobile', value: 20 },
        { key: 'desktop', value: 10, buckets: [{ key: 'mac', value: 4 }] },
      ],
    },
    { key: 'store', value: 10, buckets: [{ key: 'till', value: 10 }] },
    { key: 'other', value: 5 },
  ],
  'value',
)

const twoSeries = aggregate(
  [
    { key: 'a', Buyers: 1, Visitors: '2.5' },
    { key: 'b', Visitors: null },
  ],
  'Buyers',
  'Visitors',
)

function shown(type: string, dataset: Dataset, options: object = {}, path: string[] = []): TreeSpec {
  return treeSpec(dataset, { type, options: optionsOf(options), path }, context)
}

function plot(type: string, dataset: Dataset, options: object = {}, path: string[] = []) {
  const spec = shown(type, dataset, options, path)
  if (spec.kind !== 'plot') throw new Error(`Not drawn: ${JSON.stringify(spec)}`)
  return { ...spec, option: spec.drawing.option }
}

// biome-ignore lint/suspicious/noExplicitAny: options of all marks are looked into
function series(type: string, dataset: Dataset, options: object = {}, path: string[] = []): any[] {
  // biome-ignore lint/suspicious/noExplicitAny: options of all marks are looked into
  return plot(type, dataset, options, path).option.series as any[]
}

test('bars have a series for each title, and 0 where nothing is', () => {
  expect(series('columns', twoSeries).map(({ name, data }) => [name, data])).toEqual([
    ['Buyers', [1, 0]],
    ['Visitors', [2.5, 0]],
  ])
})

test('bars with buckets become a series for each key inside', () => {
  expect(series('columns', nested).map(({ name, data, stack }) => [name, data, stack])).toEqual([
    ['mobile', [20, 0, 0], undefined],
    ['desktop', [10, 0, 0], undefined],
    ['till', [0, 10, 0], undefined],
  ])
  expect(series('columns', nested, { stacking: true }).map(({ stack }) => stack)).toEqual([
    'all',
    'all',
    'all',
  ])
})

test('bars that open show the first series, and name what is inside', () => {
  const bars = plot('bars', nested, { drilldown: true })
  expect(bars.option.series).toMatchObject([{ name: 'count', data: [30, 10, 5] }])
  expect(bars.inside).toEqual(['web', 'store'])
  expect(plot('columns', nested).inside).toEqual([])
})

test('bars run across or up, thick or thin, and the axis of the keys is x', () => {
  expect(plot('bars', twoSeries).option).toMatchObject({ yAxis: { type: 'category', inverse: true } })
  expect(plot('columns', twoSeries, { hide_x_axis: true }).option).toMatchObject({
    xAxis: { type: 'category', show: false },
    yAxis: { type: 'value', show: true },
  })
  expect(plot('bars', twoSeries, { hide_x_axis: true }).option).toMatchObject({ yAxis: { show: false } })
  expect(series('columns', twoSeries)[0]).not.toHaveProperty('barMaxWidth')
  expect(series('columns', twoSeries, { big_bars: false })[0]).toMatchObject({ barMaxWidth: 12 })
})

test.each(['columns', 'area', 'line'])('a line at a value crosses %s', (type) => {
  const all = series(type, twoSeries, { plotLineValue: 100 })
  expect(all.at(-1)).toMatchObject({ markLine: { data: [{ yAxis: 100 }], lineStyle: { width: 2 } } })
  expect(series(type, twoSeries, { plotLineValue: 0 })).toHaveLength(2)
  // biome-ignore lint/suspicious/noExplicitAny: the axis is a value axis
  const axis = plot(type, twoSeries, { plotLineValue: 100 }).option.yAxis as any
  expect(axis.max({ max: 3 })).toBe(105)
  expect(axis.max({ max: 300 })).toBeUndefined()
})

test('pies open unless told not to, and go three levels down', () => {
  expect(plot('pie', nested).inside).toEqual(['web', 'store'])
  expect(plot('pie', nested, { drilldown: false }).inside).toEqual([])
  expect(plot('pie', nested, {}, ['web']).inside).toEqual(['desktop'])
  expect(series('pie', nested, {}, ['web', 'desktop'])[0].data).toMatchObject([{ name: 'mac', value: 4 }])
})

test('a path that leads nowhere any more ends where it still leads', () => {
  expect(plot('pie', nested, {}, ['web', 'gone']).path).toEqual(['web'])
  expect(plot('pie', nested, {}, ['other']).path).toEqual([])
})

test('a pie is a ring or a half on request', () => {
  expect(series('pie', nested)[0].radius[0]).toBe(0)
  const [outer, inner] = [...series('pie', nested, { inner_radius: true })[0].radius].reverse()
  expect(Number.parseFloat(inner) / Number.parseFloat(outer)).toBeCloseTo(0.65)
  expect(series('pie', nested, { is_half: true })[0]).toMatchObject({ startAngle: 180, endAngle: 360 })
})

test('a pie takes key, whatever the key of its options is', () => {
  expect(series('pie', nested, { xKey: 'value' })[0].data[0].name).toBe('web')
})

test.each([
  [{}, ['web: 66.67%', 'store: 22.22%', 'other: 11.11%']],
  [{ format: 'count' }, ['web: 30', 'store: 10', 'other: 5']],
  [{ legend: { enabled: true } }, ['66.67%', '22.22%', '11.11%']],
  [{ data_labels: { enabled: false } }, [null, null, null]],
  [
    { data_labels: { format: '{point.name} {point.y}', filter: { property: 'y', operator: '>', value: 9 } } },
    ['web 30', 'store 10', null],
  ],
])('with %o slices are labelled %o', (options, labels) => {
  const points = nested.type === 'aggregate' ? nested.dataset : []
  const slices = slicesOf(seriesPlot(points, ['value'], 'key'), optionsOf(options), context)
  expect(slices.map(({ label }) => label)).toEqual(labels)
})

test('slices and series take colours in turn, from the first again', () => {
  const colors = ['#111111', '#222222']
  const data = series('pie', nested, { colors })[0].data
  expect(data.map(({ itemStyle }: { itemStyle: object }) => itemStyle)).toEqual([
    { color: '#111111' },
    { color: '#222222' },
    { color: '#111111' },
  ])
})

test('a lone series of a radar is filled, several are lines, and all begin at 0', () => {
  expect(series('radar', nested)[0]).toHaveProperty('areaStyle')
  expect(series('radar', twoSeries)[0]).not.toHaveProperty('areaStyle')
  expect(plot('radar', twoSeries).option).toMatchObject({
    radar: { indicator: [{ name: 'a', min: 0, max: 2.5 }, { name: 'b' }] },
  })
})

test.each([
  [{}, '30'],
  [{ format: 'count' }, '30'],
  [{ format: 'percentage' }, '30%'],
  [{ format: 'index' }, '30%'],
  [{ data_labels: { format: '{point.y:.1f}' } }, '30.0'],
])('a point of a radar with %o is labelled %s', (options, label) => {
  const points = nested.type === 'aggregate' ? nested.dataset : []
  expect(labelOf(seriesPlot(points, ['value'], 'key'), 0, 0, optionsOf(options))).toBe(label)
})

test('an area goes on over gaps, over times in their order', () => {
  const days = aggregate(
    [
      { day: '2024-05-03', value: 3 },
      { day: '2024-05-01', value: '1' },
      { day: '2024-05-02', value: null },
    ],
    'value',
  )
  const [area] = series('area', days, { xKey: 'day' })
  expect(area).toMatchObject({ connectNulls: true, areaStyle: {} })
  expect(area.data.map(([, value]: number[]) => value)).toEqual([1, null, 3])
  expect(plot('area', days, { xKey: 'day' }).option.xAxis).toMatchObject({ type: 'time' })
  const asKeys = plot('area', days, { xKey: { key: 'day', mode: 'DEFAULT' } }).option.xAxis
  expect(asKeys).toMatchObject({ type: 'category' })
  expect(series('line', days, { xKey: 'day' })[0]).not.toHaveProperty('areaStyle')
})

test('the second series has an axis of its own on request', () => {
  const [first, second] = series('area', twoSeries, { double_y_axis: true })
  expect([first.yAxisIndex, second.yAxisIndex]).toEqual([undefined, 1])
  expect(plot('area', twoSeries, { double_y_axis: true }).option.yAxis).toMatchObject([
    {},
    { position: 'right' },
  ])
})

test('a legend is off unless asked for, and stands below or beside', () => {
  expect(plot('columns', twoSeries).drawing.legend).toEqual([])
  const place = (type: string, legend: object) =>
    plot(type, twoSeries, { legend: { enabled: true, ...legend } }).drawing.legendPlace
  expect(place('columns', {})).toBe('listed below')
  expect(place('columns', { layout: 'horizontal' })).toBe('below')
  expect(place('radar', {})).toBe('below')
  expect(place('pie', { position: 'right' })).toBe('beside')
})

test('a link without a legend has none', () => {
  const look = { type: 'columns', options: optionsOf({ legend: { enabled: true } }), path: [] }
  expect(treeSpec(twoSeries, look, { ...context, legend: false })).toMatchObject({ drawing: { legend: [] } })
})

test('tooltips say the series, the value and where it came from, or what their template says', () => {
  const shares = aggregate([{ key: '<i>a</i>', value: 62.5, 'value-count': 12_500 }], 'value')
  const told = (options: object) => {
    const { tooltip } = plot('columns', shares, options).option
    // biome-ignore lint/suspicious/noExplicitAny: the formatter is a function
    return (tooltip as any).formatter([{ seriesId: '0', dataIndex: 0 }]) as string
  }
  expect(told({ format: 'percentage' })).toContain('count: 62.5% (12,500)')
  expect(told({ format: 'percentage' })).toContain('&#60;i&#62;a')
  expect(told({ tooltip: { format: '{point.count} of them' } })).toContain('12,500 of them')
})

test.each([
  ['count', '99,999'],
  ['float', '99,999.00'],
])('a metric shows a number in format %s', (format, text) => {
  expect(shown('metric', { type: 'count', value: 99_999 }, { format })).toEqual({ kind: 'metric', text })
})

test('a ratio without result is a dash', () => {
  expect(shown('metric', { type: 'count' })).toEqual({ kind: 'metric', text: '–' })
})

test.each([
  [
    'pie',
    { type: 'count', value: 1 } as Dataset,
    'The data set is a single number, and a pie shows a list of keys and values.',
  ],
  [
    'table',
    { type: 'count', value: 1 } as Dataset,
    'The data set is a single number, and a table shows a list of keys and values.',
  ],
  ['metric', twoSeries, 'The data set is a list of keys and values, and a metric shows a single number.'],
  ['globe', twoSeries, 'A chart of the type “globe” is not known here.'],
])('%s says what does not fit', (type, dataset, sentence) => {
  expect(shown(type, dataset)).toEqual({ kind: 'mismatch', sentence })
})

test('rows of a selection are a table, with a note where something else was wanted', () => {
  const rows: Dataset = {
    type: 'json',
    rows: [
      { id: 'a', n: 1 },
      { id: 'b', links: [{ x: 1 }] },
    ],
  }
  expect(shown('table', rows)).toMatchObject({
    kind: 'rows',
    note: '',
    table: {
      headings: [{ title: 'ID' }, { title: 'N', numeric: true }, { title: 'Links' }],
      rows: [
        ['a', '1', '–'],
        ['b', '–', '[{"x":1}]'],
      ],
    },
  })
  expect(shown('pie', rows)).toMatchObject({
    note: 'The rows of a selection cannot be drawn as a pie, and are shown as a table.',
  })
})

test('nothing found is said so', () => {
  expect(shown('columns', aggregate([], 'value'))).toEqual({ kind: 'empty' })
  expect(shown('table', { type: 'json', rows: [] })).toEqual({ kind: 'empty' })
})

test('a table has a column for each series, and rows that open', () => {
  expect(shown('table', nested)).toMatchObject({
    kind: 'table',
    table: { columns: ['count'], rows: [{ key: 'web', values: [30], opens: true }, {}, { opens: false }] },
  })
  expect(shown('table', nested, {}, ['store'])).toMatchObject({
    table: { rows: [{ key: 'till' }] },
    path: ['store'],
  })
})

test('the table behind a drawing shows what its numbers were computed from', () => {
  const shares = aggregate([{ key: 'a', value: 62.5, 'value-count': 12_500 }], 'value')
  expect(treeRows(shares, { type: 'columns', options: optionsOf({}), path: [] })).toMatchObject({
    table: { columns: ['count', 'count, as counted'], rows: [{ values: [62.5, 12_500] }] },
  })
})

test('points that are none, and keys under another name, break nothing', () => {
  const odd = aggregate([null, 7, { key: 'a', value: 1, buckets: 'none' }] as never, 'value')
  expect(series('columns', odd, { xKey: 'day' })).toMatchObject([{ data: [1] }])
  expect(plot('columns', odd, { xKey: 'day' }).option.xAxis).toMatchObject({ data: ['a'] })
})

test('a slice is told by its own name when the legend has taken another out', () => {
  // biome-ignore lint/suspicious/noExplicitAny: the formatter is a function, the series a pie
  const option = without(plot('pie', nested).option, new Set(['web'])) as any
  const told = option.tooltip.formatter({ dataIndex: 0, data: option.series[0].data[0] })
  expect(told).toContain('store')
  expect(told).toContain('22.22%')
})
