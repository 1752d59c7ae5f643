import { say } from '../../lang/say.ts'
import { dates, testAccounts } from '../part/common.ts'
import { eventFilter } from '../part/filters.ts'
import { pick, under } from '../query.ts'
import type { Kind } from './kind.ts'

// Questions that people write as text.

export const sql: Kind = {
  label: () => 'SQL',
  meaning: () => say('Rows that a SELECT over events, persons and datasets gives.'),
  types: ['table', 'line', 'area', 'columns', 'bars', 'pie', 'metric', 'bridge', 'radar', 'map'],
  begin: () => ({
    kind: 'HogQLQuery',
    query:
      'select event, count() as events\nfrom events\nwhere timestamp > now() - interval 7 day\ngroup by event\norder by events desc',
  }),
  form: (_, at) => {
    const filters = under(at, 'filters')
    return {
      rows: [[{ as: 'code', at: under(at, 'query'), label: 'SQL', language: 'sql' }]],
      more: [
        [
          {
            ...dates(filters),
            hint: say('For {filters} in the text, where the dashboard has no dates.', {
              filters: '{filters}',
            }),
          },
        ],
        [eventFilter(under(filters, 'properties'))],
        [testAccounts(filters)],
      ],
    }
  },
}

export const otql: Kind = {
  label: () => 'OTQL',
  meaning: () => say('Counts and buckets of people that an OTQL text asks for.'),
  types: ['table', 'bars', 'columns', 'line', 'pie', 'metric'],
  begin: (before) => ({
    kind: 'OtqlQuery',
    query_text: 'SELECT @count{} FROM UserPoint',
    ...pick(before, ['parameters']),
  }),
  form: (_, at) => ({
    rows: [[{ as: 'code', at: under(at, 'query_text'), label: 'OTQL', language: 'otql' }]],
    more: [
      [
        { as: 'number', at: under(at, 'limit'), label: say('Rows'), min: 0 },
        { as: 'number', at: under(at, 'offset'), label: say('Skipped rows'), otherwise: 0, min: 0 },
      ],
    ],
  }),
}
