import type { DefinitionKind } from '../api/definitions.ts'
import { say } from '../lang/say.ts'
import type { Field, Form, ListField } from '../question/field.ts'
import { eventFilter } from '../question/part/filters.ts'
import { type Query, under } from '../question/query.ts'
import { criteria } from './criteria.ts'

/** What is asked of an action or a cohort. */
export function formOf(kind: DefinitionKind, draft: Query, isNew: boolean): Form {
  return {
    rows: [
      [
        { as: 'text', at: 'name', label: say('Name') },
        { as: 'text', at: 'description', label: say('Description') },
      ],
      ...(kind === 'actions' ? [[steps('steps')]] : cohortRows(draft, isNew)),
    ],
  }
}

/** How one begins. */
export function begun(kind: DefinitionKind): Query {
  return kind === 'actions' ? { name: '', steps: [{ event: '$pageview' }] } : { name: '', is_static: false }
}

function steps(at: string): ListField {
  return {
    as: 'list',
    at,
    label: say('Any of these'),
    entry: { add: say('Add another way'), name: (number) => say('Way {number}', { number }) },
    fields: (place) => [
      {
        as: 'text',
        at: under(place, 'event'),
        label: say('Event'),
        words: { of: 'event' },
        placeholder: say('All events'),
      },
      ...compared(place, 'url', say('Address of the page'), 'contains'),
      ...compared(place, 'text', say('Text of the element'), 'exact'),
      ...compared(place, 'href', say('Address of the link'), 'exact'),
      { as: 'text', at: under(place, 'selector'), label: say('Selector'), placeholder: 'button.buy' },
      { as: 'text', at: under(place, 'tag_name'), label: say('Tag'), placeholder: 'button' },
      eventFilter(under(place, 'properties')),
    ],
    fresh: () => ({ event: '$pageview' }),
    least: 1,
    most: 100,
  }
}

/** A text, and how it is compared. */
function compared(at: string, name: string, label: string, otherwise: string): readonly Field[] {
  return [
    { as: 'text', at: under(at, name), label },
    {
      as: 'choice',
      at: under(at, `${name}_matching`),
      label: say('Compared'),
      otherwise,
      options: [
        { value: 'exact', label: say('is') },
        { value: 'contains', label: say('contains') },
        { value: 'regex', label: say('matches') },
      ],
    },
  ]
}

/** A cohort stays what it is: a list of persons, or a rule. */
function cohortRows(draft: Query, isNew: boolean): readonly (readonly Field[])[] {
  const isList: Field = { as: 'flag', at: 'is_static', label: say('A list of persons instead of a rule') }
  const members: Field = {
    as: 'values',
    at: 'distinct_ids',
    label: isNew ? say('Persons') : say('More persons'),
    hint: say('Their distinct ids; several may be pasted, one a line.'),
  }
  return [isNew ? [isList] : [], [draft.is_static === true ? members : criteria('filters.properties')]]
}
