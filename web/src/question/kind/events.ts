import { say } from '../../lang/say.ts'
import type { Field } from '../field.ts'
import { testAccounts } from '../part/common.ts'
import { eventFilter } from '../part/filters.ts'
import { actionChoice, seriesOf } from '../part/series.ts'
import { pick, type Query, text, under, without } from '../query.ts'
import type { Kind } from './kind.ts'

export const events: Kind = {
  label: () => say('List of events'),
  meaning: () => say('The events themselves, one a row.'),
  types: ['table'],
  begin: (before) => {
    const name = text(seriesOf(before)[0]?.event)
    return {
      kind: 'EventsQuery',
      ...pick(before, ['properties', 'filterTestAccounts']),
      select: ['event', 'person_display_name', 'timestamp'],
      ...(name === '' ? {} : { event: name }),
      after: '-7d',
    }
  },
  form: (query, at) => ({
    rows: [
      subject(query, at),
      [{ as: 'values', at: under(at, 'select'), label: say('Columns'), words: { of: 'event_column' } }],
      [eventFilter(under(at, 'properties'))],
      [
        { as: 'text', at: under(at, 'after'), label: say('After'), placeholder: '-24h' },
        { as: 'text', at: under(at, 'before'), label: say('Before'), placeholder: say('now') },
        { as: 'number', at: under(at, 'limit'), label: say('Rows'), otherwise: 100, min: 1, max: 50_000 },
      ],
    ],
    more: [
      [
        {
          as: 'values',
          at: under(at, 'where'),
          label: say('And where'),
          hint: say('Expressions, such as properties.price > 10'),
        },
      ],
      [
        {
          as: 'values',
          at: under(at, 'orderBy'),
          label: say('Ordered by'),
          hint: say('Such as timestamp DESC'),
        },
      ],
      [
        {
          as: 'text',
          at: under(at, 'personId'),
          label: say('Of one person'),
          hint: say('The person’s uuid'),
        },
        testAccounts(at),
      ],
    ],
  }),
}

function subject(query: Query, at: string): readonly Field[] {
  const isAction = 'actionId' in query
  const event: Field = {
    as: 'text',
    at: under(at, 'event'),
    label: say('Event'),
    words: { of: 'event' },
    placeholder: say('All events'),
    becomes: (before, name) =>
      name === '' ? without(before, 'event') : { ...without(before, 'actionId'), event: name },
  }
  const action: Field = {
    ...actionChoice(under(at, 'actionId')),
    blank: say('None'),
    becomes: (before, id) =>
      id === '' ? without(before, 'actionId') : { ...without(before, 'event'), actionId: Number(id) },
  }
  return isAction ? [action] : [event, action]
}
