import { say } from '../../lang/say.ts'
import type { Field } from '../field.ts'
import { comparison, dates, grain, kept, population } from '../part/common.ts'
import { eventFilter } from '../part/filters.ts'
import { seriesList, seriesOf } from '../part/series.ts'
import { under } from '../query.ts'
import type { Kind } from './kind.ts'

export const stickiness: Kind = {
  label: () => say('Stickiness'),
  meaning: () => say('On how many days people came, and how many did so.'),
  types: ['stickiness', 'line', 'columns', 'table'],
  begin: (before) => ({ kind: 'StickinessQuery', ...kept(before), series: seriesOf(before) }),
  form: (_, at) => {
    const options = under(at, 'stickinessFilter')
    return {
      rows: [
        [seriesList(under(at, 'series'), 'actor', 26)],
        [eventFilter(under(at, 'properties'))],
        [
          dates(at),
          grain(at),
          {
            as: 'number',
            at: under(at, 'intervalCount'),
            label: say('Steps of so many'),
            otherwise: 1,
            min: 1,
          },
        ],
      ],
      more: [[computed(options), ...criteria(options)], comparison(at), population(at)],
    }
  },
}

function computed(options: string): Field {
  return {
    as: 'choice',
    at: under(options, 'computedAs'),
    label: say('Active in'),
    hint: say('In how many of the steps somebody came.'),
    otherwise: 'non_cumulative',
    options: [
      { value: 'non_cumulative', label: say('Exactly so many') },
      { value: 'cumulative', label: say('So many or more') },
    ],
  }
}

/** How often something must have happened in a step to count. */
function criteria(options: string): readonly Field[] {
  const place = under(options, 'stickinessCriteria')
  return [
    {
      as: 'choice',
      at: under(place, 'operator'),
      label: say('A step counts with'),
      blank: say('Any event'),
      options: [
        { value: 'gte', label: say('At least') },
        { value: 'lte', label: say('At most') },
        { value: 'exact', label: say('Exactly') },
      ],
      becomes: (before, operator) => (operator === '' ? {} : { value: 1, ...before, operator }),
    },
    { as: 'number', at: under(place, 'value'), label: say('Events'), min: 1 },
  ]
}
