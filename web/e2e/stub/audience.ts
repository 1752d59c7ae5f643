import type { StubCard, StubChart, StubSection } from './dashboards.ts'

/** A dashboard of data set trees: every type of chart, and what does not fit one. */
const points = (values: Readonly<Record<string, number>>, inside?: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value,
    ...(inside === undefined
      ? {}
      : {
          buckets: Object.entries(inside).map(([name, share]) => ({
            key: name,
            value: Math.round(value * share),
          })),
        }),
  }))

const list = (dataset: readonly unknown[], ...seriesTitles: string[]) => ({
  type: 'aggregate',
  metadata: { seriesTitles },
  dataset,
})

const channels = { Website: 48_210, App: 31_904, 'E-mail': 12_388, Store: 6_120, '<b>Call</b> centre': 1_377 }
const devices = { mobile: 0.61, desktop: 0.31, tablet: 0.08 }
const ages = ['18–24', '25–34', '35–44', '45–54', '55–64', '65+']

const indexed = [
  { key: 'Sport', index: 214.29, 'index-percentage': 30, 'index-count': 3_600 },
  { key: 'Travel', index: 131.25, 'index-percentage': 21, 'index-count': 2_520 },
  { key: 'Cinema', index: 92.31, 'index-percentage': 12, 'index-count': 1_440 },
  { key: 'Gardens', index: 41.18, 'index-percentage': 7, 'index-count': 840 },
]

const shares = [
  { key: 'new', value: 62.5, 'value-count': 12_500 },
  { key: 'returning', value: 37.5, 'value-count': 7_500 },
]

const two = ages.map((key, at) => ({
  key,
  Buyers: [620, 1_410, 1_120, 760, 420, 180][at],
  ...(at === 4 ? {} : { Visitors: [1_900, 2_750, 1_980, 1_430, 0, 690][at] }),
}))

const days = Array.from({ length: 30 }, (_, at) => {
  const key = new Date(Date.UTC(2026, 9, 25 + at)).toISOString().slice(0, 10)
  const wave = 1 + 0.3 * Math.sin((at / 7) * 2 * Math.PI)
  return { key, users: Math.round(4_200 * wave + at * 31), sessions: Math.round(90 * wave * wave + at) }
}).filter((_, at) => at !== 11 && at !== 12)

const hours = Array.from({ length: 24 }, (_, at) => ({
  key: `2026-11-22T${String(at).padStart(2, '0')}`,
  value: Math.round(400 + 380 * Math.sin(((at - 6) / 24) * 2 * Math.PI)),
}))

let next = 600

function chart(
  title: string,
  type: string,
  dataset: unknown,
  options: Readonly<Record<string, unknown>> = {},
): StubChart {
  next++
  return { id: next, title, type, make: 'tree', dataset, options }
}

function card(
  place: StubCard['place'],
  layout: 'vertical' | 'horizontal',
  ...charts: readonly StubChart[]
): StubCard {
  return { place, layout, charts }
}

const bottom = { enabled: true, position: 'bottom', layout: 'horizontal' }

export const audience: readonly StubSection[] = [
  {
    title: 'Who is there',
    cards: [
      card(
        [0, 0, 3, 3],
        'vertical',
        chart('User points', 'metric', { type: 'count', value: 99_999 }),
        chart('With an e-mail address', 'metric', { type: 'count', value: 0.4217 }, { format: 'percentage' }),
        chart('Mean basket', 'metric', { type: 'count', value: 1234.5 }, { format: 'float' }),
      ),
      card(
        [3, 0, 5, 3],
        'horizontal',
        chart('Channels', 'pie', list(points(channels, devices), 'value'), {
          legend: { enabled: true, position: 'right' },
          inner_radius: true,
          data_labels: { filter: { property: 'percentage', operator: '>', value: 4 } },
        }),
      ),
      card(
        [8, 0, 4, 3],
        'horizontal',
        chart('New or known', 'pie', list(shares, 'value'), {
          isHalf: true,
          innerRadius: true,
          legend: bottom,
          format: 'count',
          colors: ['#2f6db5', '#e8a15c'],
        }),
      ),
      card(
        [0, 3, 6, 3],
        'horizontal',
        chart('Devices by channel', 'columns', list(points(channels, devices), 'value'), {
          stacking: true,
          legend: bottom,
        }),
      ),
      card(
        [6, 3, 6, 3],
        'horizontal',
        chart('Look into channels', 'bars', list(points(channels, devices), 'value'), { drilldown: true }),
      ),
    ],
  },
  {
    title: 'What they like',
    cards: [
      card(
        [0, 0, 4, 3],
        'horizontal',
        chart('Interests against everybody', 'columns', list(indexed, 'index'), {
          format: 'index',
          plot_line_value: 100,
          big_bars: false,
        }),
      ),
      card(
        [4, 0, 4, 3],
        'horizontal',
        chart('Ages', 'radar', list(two, 'Buyers', 'Visitors'), { legend: bottom }),
      ),
      card(
        [8, 0, 4, 3],
        'horizontal',
        chart(
          'Interests',
          'radar',
          list(
            indexed.map(({ key, index }) => ({ key, value: index })),
            'value',
          ),
        ),
      ),
    ],
  },
  {
    title: 'When they come',
    cards: [
      card(
        [0, 0, 6, 3],
        'horizontal',
        chart('Users and sessions', 'area', list(days, 'users', 'sessions'), {
          double_y_axis: true,
          legend: bottom,
          xKey: { key: 'key', mode: 'DAY' },
        }),
      ),
      card(
        [6, 0, 6, 3],
        'horizontal',
        chart('One day', 'line', list(hours, 'value'), {
          plot_line_value: 500,
          xKey: { key: 'key', mode: 'HOUR' },
          tooltip: { format: '<b>{point.y:,.0f}</b> people' },
        }),
      ),
      card(
        [0, 3, 4, 3],
        'horizontal',
        chart('Buyers and visitors', 'table', list(two, 'Buyers', 'Visitors')),
      ),
      card(
        [4, 3, 4, 3],
        'horizontal',
        chart('Channels as rows', 'table', list(points(channels, devices), 'value')),
      ),
      card(
        [8, 3, 4, 3],
        'horizontal',
        chart('Some people', 'table', {
          type: 'json',
          rows: [
            { id: 'a1', creation_date: '2026-03-01T09:00:00.000Z', profiles: [{ gender: 'f' }] },
            { id: 'b2', creation_date: '2026-03-02T11:30:00.000Z', profiles: [] },
          ],
        }),
      ),
      card([0, 6, 4, 2], 'horizontal', chart('Not a list', 'pie', { type: 'count', value: 12 })),
      card([4, 6, 4, 2], 'horizontal', chart('Nobody', 'columns', list([], 'value'))),
      card([8, 6, 4, 2], 'horizontal', {
        ...chart('Broken ratio', 'metric', null),
        make: 'fail',
      }),
    ],
  },
]

export const availableFilters = [
  { technical_name: 'CHANNELS', title: 'Channels', multi_select: true },
  { technical_name: 'country', title: 'Country', multi_select: false },
]

export const filterValues: Readonly<Record<string, readonly { value: string; label: string }[]>> = {
  CHANNELS: [
    { value: '12', label: 'Website' },
    { value: '34', label: 'App' },
    { value: '56', label: 'Store' },
  ],
  country: [
    { value: 'FR', label: 'FR' },
    { value: 'DE', label: 'DE' },
  ],
}
