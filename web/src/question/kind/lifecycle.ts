import { say } from '../../lang/say.ts'
import { dates, grain, kept, population } from '../part/common.ts'
import { eventFilter } from '../part/filters.ts'
import { seriesList, seriesOf } from '../part/series.ts'
import { under } from '../query.ts'
import type { Kind } from './kind.ts'

export const lifecycle: Kind = {
  label: () => say('Lifecycle'),
  meaning: () => say('Who is new, keeps coming, came back, or stayed away.'),
  types: ['lifecycle', 'table'],
  begin: (before) => ({ kind: 'LifecycleQuery', ...kept(before), series: seriesOf(before).slice(0, 1) }),
  form: (_, at) => ({
    rows: [
      [seriesList(under(at, 'series'), 'none', 1)],
      [eventFilter(under(at, 'properties'))],
      [dates(at), grain(at)],
    ],
    more: [population(at)],
  }),
}
