import type { Chart } from '../api/dashboards.ts'
import { say } from '../lang/say.ts'

const everything = () => ({ kind: 'EventsNode', event: null, name: say('All events') })

/** The chart on which a first event is seen to arrive. */
export function firstChart(): Chart {
  return chart(say('Events of the last 24 hours'), 'columns', {
    kind: 'TrendsQuery',
    interval: 'hour',
    dateRange: { date_from: '-24h' },
    series: [everything()],
    trendsFilter: { display: 'ActionsBar' },
  })
}

/** A dashboard for somebody who has events, and nothing to look at yet. */
export function firstBoard() {
  const cards = [
    { ...place(0, 0, 12), charts: [unnumbered(firstChart())] },
    { ...place(0, 4, 6), charts: [unnumbered(persons())] },
    { ...place(6, 4, 6), charts: [unnumbered(events())] },
  ]
  return { name: say('First events'), sections: [{ title: '', cards }] }
}

function persons(): Chart {
  return chart(say('Persons by day'), 'line', {
    kind: 'TrendsQuery',
    interval: 'day',
    dateRange: { date_from: '-30d' },
    series: [{ ...everything(), math: 'dau' }],
    trendsFilter: { display: 'ActionsLineGraph' },
  })
}

function events(): Chart {
  const query =
    'select event, count() as count from events where timestamp > now() - interval 30 day group by event order by count desc limit 100'
  return chart(say('The most frequent events'), 'table', { kind: 'HogQLQuery', query })
}

function chart(title: string, type: string, query: unknown): Chart {
  return { id: 0, title, description: '', type, options: {}, colors: [], query }
}

function unnumbered({ id: _, ...rest }: Chart): Omit<Chart, 'id'> {
  return rest
}

function place(x: number, y: number, w: number) {
  return { x, y, w, h: 4, layout: 'vertical' }
}
