import { say } from '../../lang/say.ts'
import { under } from '../query.ts'
import type { Kind } from './kind.ts'

export const business: Kind = {
  label: () => say('Business figure'),
  meaning: () => say('A figure of the subscription business, such as recurring revenue.'),
  types: ['metric', 'line', 'columns', 'bars', 'pie', 'table', 'bridge'],
  begin: () => ({ kind: 'BusinessWidget', widget: 'mrr' }),
  form: (_, at) => ({
    rows: [[{ as: 'choice', at: under(at, 'widget'), label: say('Figure'), options: { of: 'widget' } }]],
  }),
}
