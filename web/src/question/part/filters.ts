import type { Source } from '../../api/vocabulary.ts'
import { say } from '../../lang/say.ts'
import type { Field, FilterField, Operand, Option } from '../field.ts'
import { type Query, text, under } from '../query.ts'
import { arityOf } from './operators.ts'

/** What events are filtered by: their own properties, and those of whose and where they are. */
export function eventFilter(at: string, label = say('Only where')): FilterField {
  return {
    as: 'filter',
    at,
    label,
    fields: conditionFields,
    fresh: { key: '', type: 'event', operator: 'exact' },
  }
}

/** What persons are filtered by. */
export function personFilter(at: string): FilterField {
  const owners = () => ownerOptions().filter(({ value }) => ['person', 'cohort', 'hogql'].includes(value))
  return {
    as: 'filter',
    at,
    label: say('Only persons where'),
    fields: (place, one) => conditionFields(place, one, owners()),
    fresh: { key: '', type: 'person', operator: 'exact' },
  }
}

/** What rows of a dataset are filtered by: its dimensions. */
export function rowFilter(at: string, dataset: string): FilterField {
  return {
    as: 'filter',
    at,
    label: say('Only where'),
    fields: (place, one) => dimensionFields(place, one, dataset),
    fresh: { key: '', operator: 'exact' },
  }
}

function ownerOptions(): readonly Option[] {
  return [
    { value: 'event', label: say('Event') },
    { value: 'person', label: say('Person') },
    { value: 'session', label: say('Session') },
    { value: 'cohort', label: say('Cohort') },
    { value: 'group', label: say('Group') },
    { value: 'event_metadata', label: say('Column') },
    { value: 'element', label: say('Element') },
    { value: 'hogql', label: say('Expression') },
  ]
}

function conditionFields(at: string, one: Query, owners = ownerOptions()): readonly Field[] {
  const type = text(one.type) || 'event'
  const owner: Field = {
    as: 'choice',
    at: under(at, 'type'),
    label: say('Of'),
    options: owners,
    otherwise: 'event',
    becomes: (_, value) => ownedBy(value),
  }
  return [owner, ...fieldsOfOwner(at, one, type)]
}

/** A fresh condition on something of this owner. */
function ownedBy(type: string): Query {
  switch (type) {
    case 'cohort':
      return { type, key: 'id', operator: 'in' }
    case 'hogql':
      return { type, key: '' }
    case 'element':
      return { type, key: 'text', operator: 'exact' }
    case 'group':
      return { type, key: '', operator: 'exact', group_type_index: 0 }
    default:
      return { type, key: '', operator: 'exact' }
  }
}

function fieldsOfOwner(at: string, one: Query, type: string): readonly Field[] {
  switch (type) {
    case 'hogql':
      return [
        { as: 'text', at: under(at, 'key'), label: say('True for'), placeholder: 'properties.price > 10' },
      ]
    case 'cohort':
      return [
        { as: 'operator', at: under(at, 'operator'), label: say('Operator'), operand: { type: 'cohort' } },
        cohortChoice(under(at, 'value')),
      ]
    case 'element': {
      const selects = one.key === 'selector'
      return [
        elementChoice(under(at, 'key')),
        ...comparison(at, one, { type: selects ? 'selector' : 'element' }),
      ]
    }
    case 'group':
      return [groupChoice(under(at, 'group_type_index')), ...named(at, one, groupSource(one))]
    default:
      return named(at, one, sourceOf(type))
  }
}

function named(at: string, one: Query, words: Source): readonly Field[] {
  const key: Field = { as: 'text', at: under(at, 'key'), label: say('Property'), words }
  return [key, ...comparison(at, one, { words, key: text(one.key) }, valuesOf(one))]
}

function dimensionFields(at: string, one: Query, dataset: string): readonly Field[] {
  const name = 'field' in one ? 'field' : 'key'
  const words: Source = { of: 'dimension', in: dataset }
  const dimension: Field = { as: 'choice', at: under(at, name), label: say('Dimension'), options: words }
  return [dimension, ...comparison(at, one, { words, key: text(one[name]) })]
}

export function comparison(at: string, one: Query, operand: Operand, words?: Source): readonly Field[] {
  const operator: Field = { as: 'operator', at: under(at, 'operator'), label: say('Operator'), operand }
  return [operator, ...valueFields(under(at, 'values' in one ? 'values' : 'value'), one, words)]
}

function valueFields(at: string, one: Query, words?: Source): readonly Field[] {
  switch (arityOf(text(one.operator))) {
    case 'none':
      return []
    case 'two':
      return [
        { as: 'text', at: `${at}[0]`, label: say('From') },
        { as: 'text', at: `${at}[1]`, label: say('To') },
      ]
    case 'one':
      return Array.isArray(one.values ?? one.value)
        ? [{ as: 'values', at, label: say('Value') }]
        : [{ as: 'text', at, label: say('Value') }]
    case 'some':
      return [{ as: 'values', at, label: say('Value'), ...(words === undefined ? {} : { words }) }]
  }
}

/** The values that data had. */
function valuesOf(one: Query): Source | undefined {
  const owner = text(one.type) || 'event'
  return owner === 'event' || owner === 'person' ? { of: 'value', owner, in: text(one.key) } : undefined
}

export function cohortChoice(at: string): Field {
  return { as: 'choice', at, label: say('Cohort'), options: { of: 'cohort' }, isNumber: true }
}

export function groupChoice(at: string): Field {
  return { as: 'choice', at, label: say('Type of group'), options: { of: 'group_type' }, isNumber: true }
}

function elementChoice(at: string): Field {
  const options = [
    { value: 'tag_name', label: say('Tag') },
    { value: 'text', label: say('Text') },
    { value: 'href', label: say('Address of the link') },
    { value: 'selector', label: say('Selector') },
  ]
  return { as: 'choice', at, label: say('Part'), options }
}

/** The names of properties of an owner. */
export function sourceOf(type: string): Source {
  switch (type) {
    case 'person':
      return { of: 'person_property' }
    case 'session':
      return { of: 'session_property' }
    case 'event_metadata':
      return { of: 'event_metadata' }
    default:
      return { of: 'event_property' }
  }
}

export function groupSource(one: Query): Source {
  return { of: 'group_property', in: text(one.group_type_index ?? one.math_group_type_index) || '0' }
}

/** What two conditions have in common when their operator changes: an interval has two values. */
export function withOperator(one: Query, operator: string): Query {
  const name = 'values' in one ? 'values' : 'value'
  const { [name]: value, ...rest } = one
  const first = Array.isArray(value) ? value[0] : value
  switch (arityOf(operator)) {
    case 'none':
      return { ...rest, operator }
    case 'two':
      return {
        ...rest,
        operator,
        [name]: Array.isArray(value) && value.length === 2 ? value : [first ?? '', ''],
      }
    case 'one':
      return {
        ...rest,
        operator,
        ...(first === undefined ? {} : { [name]: name === 'values' ? [first] : first }),
      }
    case 'some':
      return { ...one, operator }
  }
}
