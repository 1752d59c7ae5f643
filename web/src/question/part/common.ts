import { say } from '../../lang/say.ts'
import type { Field, Form, Option } from '../field.ts'
import { pick, type Query, under } from '../query.ts'

/** What a question of another kind can keep. */
export function kept(query: Query): Query {
  return pick(query, ['properties', 'dateRange', 'filterTestAccounts', 'samplingFactor'])
}

export function dates(at: string): Field {
  return { as: 'dates', at: under(at, 'dateRange'), label: say('Dates') }
}

export function grain(at: string): Field {
  return { as: 'choice', at: under(at, 'interval'), label: say('Per'), options: grains(), otherwise: 'day' }
}

export function grains(): readonly Option[] {
  return [
    { value: 'minute', label: say('Minute') },
    { value: 'hour', label: say('Hour') },
    { value: 'day', label: say('Day') },
    { value: 'week', label: say('Week') },
    { value: 'month', label: say('Month') },
  ]
}

/** Whom a question leaves out, and who is counted. */
export function population(at: string): readonly Field[] {
  return [testAccounts(at), sampling(at), actor(at)]
}

function actor(at: string): Field {
  return {
    as: 'choice',
    at: under(at, 'aggregation_group_type_index'),
    label: say('Counted by'),
    options: { of: 'group_type' },
    blank: say('Persons'),
    isNumber: true,
  }
}

export function testAccounts(at: string): Field {
  return { as: 'flag', at: under(at, 'filterTestAccounts'), label: say('Without test accounts') }
}

export function sampling(at: string): Field {
  return {
    as: 'number',
    at: under(at, 'samplingFactor'),
    label: say('Share of persons looked at'),
    hint: say(
      'The share of persons to look at, above 0 and up to 1; counts are scaled up. Faster, and less exact.',
    ),
    otherwise: 1,
    min: 0,
    max: 1,
    step: 0.05,
  }
}

/** The same some time before. */
export function comparison(at: string): readonly Field[] {
  return [
    { as: 'flag', at: under(at, 'compareFilter.compare'), label: say('Compared with the period before') },
    {
      as: 'text',
      at: under(at, 'compareFilter.compare_to'),
      label: say('Compared with'),
      placeholder: '-1w',
      hint: say('How far back, such as -1w or -1y; empty for the period before.'),
    },
  ]
}

export function flag(at: string, label: string): Field {
  return { as: 'flag', at, label }
}

/** A form of a question within another. */
export function joined(...forms: readonly Form[]): Form {
  return { rows: forms.flatMap(({ rows }) => rows), more: forms.flatMap(({ more }) => more ?? []) }
}
