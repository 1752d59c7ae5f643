import type { ChartAnswer } from '../api/answers.ts'
import { say } from '../lang/say.ts'
import { duration } from '../lib/number.ts'
import { numberOf } from './cell.ts'
import type { Plot } from './plot.ts'

/** How many took how long: one column from each length of time to the next. */
export function durationPlot({ columns, rows }: ChartAnswer, locale?: string): Plot {
  const seconds = columns.findIndex(({ name }) => name === 'seconds')
  const count = columns.findIndex(({ name }) => name === 'count')
  return {
    categories: rows.map((row) =>
      say('from {value}', { value: duration(numberOf(row[seconds]) ?? 0, locale) }),
    ),
    over: 'value',
    series: [
      {
        name: say('Count'),
        place: 0,
        key: null,
        period: 'current',
        values: rows.map((row) => numberOf(row[count])),
      },
    ],
  }
}
