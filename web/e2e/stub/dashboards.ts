import { audience, availableFilters } from './audience.ts'

/** The made-up organisation that the stub serves. */
export const login = { email: 'ada@example.com', password: 'correct-horse-battery' }

export const session = {
  user: { id: 1, uuid: '0197a5c0-0000-7000-8000-000000000001', email: login.email, name: 'Ada Lovelace' },
  organisation: { id: 1, name: 'Acme' },
  role: 'owner',
  projects: [
    { id: 1, name: 'Web', timezone: 'Europe/Berlin', week_start: 'monday' },
    { id: 2, name: 'Shop', timezone: 'US/Pacific', week_start: 'sunday' },
  ],
}

/** How the stub makes a chart's rows. */
export interface StubChart {
  readonly id: number
  readonly title: string
  readonly description?: string
  readonly type: string
  readonly text?: string
  readonly make:
    | 'time'
    | 'time-breakdown'
    | 'totals'
    | 'number'
    | 'report'
    | 'funnel'
    | 'empty'
    | 'fail'
    | 'tree'
    | 'none'
  readonly names?: readonly string[]
  readonly scale?: number
  /** Milliseconds until the chart is ready. */
  readonly delay?: number
  /** What a data set tree comes to. */
  readonly dataset?: unknown
  readonly options?: Readonly<Record<string, unknown>>
  readonly colors?: readonly string[]
}

export interface StubCard {
  readonly place: readonly [x: number, y: number, w: number, h: number]
  readonly layout?: 'horizontal' | 'vertical'
  readonly charts: readonly StubChart[]
}

export interface StubSection {
  readonly title: string
  readonly cards: readonly StubCard[]
}

export const browsers = ['Chrome', 'Safari', 'Firefox', 'Edge', null, '$$_posthog_breakdown_other_$$']

const notes = `Numbers of the **web shop**. Ask [the data team](https://data.example/) about definitions.

- *Visitor*: a person seen that day
- *Order*: a paid basket, before returns
- \`(none)\`: the property was not sent`

export const sections: readonly StubSection[] = [
  {
    title: 'At a glance',
    cards: [
      card(0, 0, 3, 2, { id: 101, title: 'Visitors', type: 'metric', make: 'number', scale: 40 }),
      card(3, 0, 3, 2, { id: 102, title: 'Orders', type: 'metric', make: 'number', scale: 3, delay: 60 }),
      card(6, 0, 3, 2, {
        id: 103,
        title: 'Revenue in €',
        type: 'metric',
        make: 'number',
        scale: 211.37,
        delay: 90,
      }),
      card(9, 0, 3, 4, { id: 104, title: 'About these numbers', type: 'text', make: 'none', text: notes }),
      card(0, 2, 9, 4, {
        id: 105,
        title: 'Visitors and sign-ups',
        description: 'Unique people a day',
        type: 'line',
        make: 'time',
        names: ['Visitors', 'Signed up'],
        scale: 40,
        delay: 40,
      }),
      card(9, 4, 3, 2, { id: 106, title: 'Refund rate', type: 'metric', make: 'fail', delay: 120 }),
    ],
  },
  {
    title: 'Where they come from',
    cards: [
      card(0, 0, 6, 4, {
        id: 107,
        title: 'Page views by browser',
        type: 'area',
        make: 'time-breakdown',
        scale: 90,
        delay: 150,
      }),
      card(6, 0, 3, 4, { id: 108, title: 'Browsers', type: 'pie', make: 'totals', scale: 900, delay: 100 }),
      card(9, 0, 3, 4, {
        id: 109,
        title: 'Browsers, ranked',
        type: 'bars',
        make: 'totals',
        scale: 900,
        delay: 100,
      }),
      card(0, 4, 4, 4, {
        id: 110,
        title: 'Orders',
        type: 'columns',
        make: 'time',
        names: ['Orders'],
        scale: 3,
      }),
      card(4, 4, 4, 4, {
        id: 111,
        title: 'By network',
        type: 'bars',
        make: 'report',
        scale: 1200,
        delay: 80,
      }),
      card(8, 4, 4, 4, {
        id: 112,
        title: 'By network, in numbers',
        type: 'table',
        make: 'report',
        scale: 1200,
        delay: 80,
      }),
    ],
  },
  {
    title: '',
    cards: [
      card(0, 0, 6, 3, {
        id: 113,
        title: 'Checkout',
        type: 'funnel',
        make: 'funnel',
        scale: 500,
        delay: 200,
      }),
      {
        place: [6, 0, 6, 3],
        layout: 'horizontal',
        charts: [
          { id: 114, title: 'Errors', type: 'line', make: 'empty' },
          {
            id: 115,
            title: 'Page load in ms',
            type: 'line',
            make: 'time',
            names: ['p90'],
            scale: 55,
            delay: 30,
          },
        ],
      },
    ],
  },
]

function card(x: number, y: number, w: number, h: number, chart: StubChart): StubCard {
  return { place: [x, y, w, h], charts: [chart] }
}

const registration = {
  type: 'custom',
  visibility: 'shared',
  pinned: false,
  archived: false,
  refresh_interval: 60,
  revision: 17,
  created_at: '2026-03-02T09:00:00Z',
  created_by: { id: 1, name: 'Ada Lovelace', email: login.email },
}

export const registrations = [
  {
    ...registration,
    id: 3,
    name: 'Web shop',
    description: 'Visitors, orders and where they come from',
    tags: ['weekly', 'shop'],
    updated_at: '2026-11-20T15:04:00Z',
  },
  {
    ...registration,
    id: 4,
    name: 'Social',
    description: '',
    tags: [],
    updated_at: '2026-11-18T08:00:00Z',
  },
  {
    ...registration,
    id: 5,
    name: 'Subscriptions: recurring revenue, churn and what comes in from upgrades',
    description: 'For the monthly report',
    tags: ['finance'],
    updated_at: '2026-10-02T11:30:00Z',
  },
  {
    ...registration,
    id: 6,
    name: 'Audience',
    description: 'Every type of chart over data set trees',
    tags: [],
    updated_at: '2026-09-14T10:00:00Z',
  },
]

const boards = new Map([
  [3, sections],
  [6, audience],
])

/** The full dashboard; some are empty. */
export function dashboard(id: number) {
  const found = registrations.find((candidate) => candidate.id === id)
  if (found === undefined) return undefined
  const filters = { date_from: '-30d', date_to: null, properties: [] }
  const available_filters = id === 6 ? availableFilters : []
  return { ...found, filters, available_filters, sections: (boards.get(id) ?? []).map(wireSection) }
}

export function chartsOf(id: number): StubChart[] {
  return (boards.get(id) ?? []).flatMap(({ cards }) => cards.flatMap(({ charts }) => charts))
}

function wireSection({ title, cards }: StubSection) {
  return {
    title,
    cards: cards.map(({ place: [x, y, w, h], layout = 'vertical', charts }, index) => ({
      id: `${title}-${index}`,
      ...{ x, y, w, h, layout },
      charts: charts.map(
        ({ id, title: name, description = null, type, text, make, options, colors = [] }) => ({
          ...{ id, title: name, description, type, colors, insight: null },
          query: make === 'tree' ? { kind: 'DatasetTree', dataset: {} } : {},
          options: options ?? (text === undefined ? {} : { text }),
        }),
      ),
    })),
  }
}
