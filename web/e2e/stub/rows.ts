import { browsers, type StubChart } from './dashboards.ts'

export interface Asked {
  readonly from: string
  readonly to: string
  readonly compare: boolean
  /** The stub's clock. */
  readonly now: Date
}

type Cell = string | number | null
type Answer = Readonly<Record<string, unknown>>

const day = 86_400_000

/** A chart's answer: always the same for the same question. */
export function answerOf(chart: StubChart, asked: Asked): Answer {
  const head = { id: chart.id, title: chart.title, type: chart.type }
  switch (chart.make) {
    case 'fail':
      return { ...head, error: 'The property "refund" is not a number.', error_code: 'invalid' }
    case 'none':
      return { ...head, columns: [], rows: [] }
    case 'empty':
      return {
        ...head,
        ...series(['Errors']),
        columns: columns('series:integer', 'time:time', 'value:number'),
        rows: [],
      }
    case 'tree':
      return { ...head, dataset: chart.dataset }
    case 'number':
      return { ...head, ...numberRows(chart, asked) }
    case 'time':
      return { ...head, ...timeRows(chart, asked) }
    case 'time-breakdown':
      return { ...head, ...timeBreakdownRows(chart, asked) }
    case 'totals':
      return { ...head, ...totalRows(chart, asked) }
    case 'report':
      return { ...head, ...reportRows(chart, asked) }
    case 'funnel':
      return { ...head, ...funnelRows(chart, asked) }
  }
}

function numberRows(chart: StubChart, asked: Asked): Answer {
  const value = daysOf(asked).reduce((sum, _, index) => sum + noise(chart, index), 0)
  const rows: Cell[][] = [[0, 'current', value]]
  if (asked.compare) rows.push([0, 'previous', Math.round(value * (0.8 + (chart.id % 5) / 10))])
  const period = asked.compare
    ? columns('series:integer', 'period:text', 'value:number')
    : columns('series:integer', 'value:number')
  return { ...series([chart.title]), columns: period, rows: asked.compare ? rows : [[0, value]] }
}

function timeRows(chart: StubChart, asked: Asked): Answer {
  const names = chart.names ?? [chart.title]
  const periods = asked.compare ? ['current', 'previous'] : ['current']
  const days = daysOf(asked)
  const rows = names.flatMap((_, place) =>
    periods.flatMap((period) =>
      days.map((start, index) => {
        const shift = period === 'previous' ? days.length : 0
        const value = Math.round(noise(chart, index + shift) / (place * 4 + 1))
        const head: Cell[] = asked.compare ? [place, period] : [place]
        return [...head, bucket(new Date(start.getTime() - shift * day)), value]
      }),
    ),
  )
  const period = asked.compare ? ['period:text'] : []
  return {
    ...series(names),
    columns: columns('series:integer', ...period, 'time:time', 'value:number'),
    rows,
  }
}

function timeBreakdownRows(chart: StubChart, asked: Asked): Answer {
  const rows = browsers.flatMap((browser, place) =>
    daysOf(asked).map((start, index) => [
      0,
      browser ?? '$$_posthog_breakdown_null_$$',
      bucket(start),
      Math.round(noise(chart, index + place * 7) / (place + 1)),
    ]),
  )
  return {
    ...series(['Page view']),
    columns: columns('series:integer', 'breakdown:text', 'time:time', 'value:number'),
    rows,
  }
}

function totalRows(chart: StubChart, asked: Asked): Answer {
  const rows = browsers.map((browser, place) => [
    0,
    browser ?? '$$_posthog_breakdown_null_$$',
    Math.round((daysOf(asked).length * noise(chart, place)) / (place + 1)),
  ])
  return {
    ...series(['Page view']),
    columns: columns('series:integer', 'breakdown:text', 'value:number'),
    rows,
  }
}

function reportRows(chart: StubChart, asked: Asked): Answer {
  const rows = ['LinkedIn', 'Instagram', 'Facebook', 'X', 'YouTube'].map((network, place) => {
    const impressions = Math.round((daysOf(asked).length * noise(chart, place)) / (place + 1))
    return [network, impressions, Math.round(impressions / 9), Math.round(impressions / 31)]
  })
  return {
    columns: columns('network:text', 'impressions:integer', 'engagements:integer', 'clicks:integer'),
    rows,
  }
}

function funnelRows(chart: StubChart, asked: Asked): Answer {
  const rows = ['Viewed product', 'Added to basket', 'Paid'].map((name, step) => [
    step + 1,
    name,
    Math.round((daysOf(asked).length * noise(chart, 1)) / (step * 2 + 1)),
    step === 0 ? null : 340.5 * step,
  ])
  return { columns: columns('step:integer', 'name:text', 'count:integer', 'average_time:number'), rows }
}

/** The days that the range covers, in a zone that is one hour ahead of UTC. */
function daysOf({ from, to, now }: Asked): Date[] {
  const end = to === '' ? now : new Date(`${to}T00:00:00Z`)
  const last = Math.floor(end.getTime() / day) * day
  const count = from.startsWith('20')
    ? (last - Date.parse(`${from}T00:00:00Z`)) / day + 1
    : relativeDays(from)
  return Array.from({ length: Math.max(1, count) }, (_, index) => new Date(last - (count - 1 - index) * day))
}

function relativeDays(from: string): number {
  const [, number = '30', unit = 'd'] = /^-(\d+)([hdm])$/.exec(from) ?? []
  if (unit === 'h') return 2
  return Number(number) * (unit === 'm' ? 30 : 1) + 1
}

function bucket(start: Date): string {
  return `${start.toISOString().slice(0, 10)}T00:00:00+01:00`
}

/** A weekly wave with some jitter, the same at every run. */
function noise(chart: StubChart, index: number): number {
  const jitter = Math.abs(Math.sin((chart.id * 37 + index) * 12.9898) * 43758.5453) % 1
  const wave = 1 + 0.25 * Math.sin((index / 7) * 2 * Math.PI)
  return Math.round((chart.scale ?? 10) * (18 + jitter * 8) * wave)
}

function series(names: readonly string[]): Answer {
  return { series: names.map((name) => ({ name })) }
}

function columns(...texts: string[]) {
  return texts.map((text) => {
    const [name, type] = text.split(':')
    return { name, type }
  })
}
