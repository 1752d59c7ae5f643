import type { Source } from '../api/vocabulary.ts'
import { isCondition, rootOf } from './part/condition.ts'
import { above, isQuery, isWithin, objects, type Query, read, under, write } from './query.ts'

export interface Option {
  readonly value: string
  readonly label: string
}

interface Place {
  /** The path of what it changes, as the server's errors name it. */
  readonly at: string
  readonly label: string
  readonly hint?: string
}

/** What else changes with a value, told of the object that holds it. One that says nothing goes. */
type Becomes = (holder: Query, value: string) => Query

/** One thing that a form asks. */
export type Field =
  | (Place & {
      readonly as: 'choice'
      readonly options: readonly Option[] | Source
      /** What an absent value means. */
      readonly otherwise?: string
      /** What it is called to choose nothing. */
      readonly blank?: string
      readonly isNumber?: boolean
      readonly becomes?: Becomes
      /** The path of the object that becomes another one, where it is not the one right above. */
      readonly holder?: string
    })
  | (Place & {
      readonly as: 'text'
      readonly words?: Source
      readonly placeholder?: string
      readonly becomes?: Becomes
    })
  | (Place & {
      readonly as: 'number'
      readonly otherwise?: number
      readonly min?: number
      readonly max?: number
      readonly step?: number
      /** Whether people count from 1 what the wire counts from 0. */
      readonly fromOne?: boolean
    })
  | (Place & { readonly as: 'flag' })
  | (Place & { readonly as: 'dates' })
  | (Place & { readonly as: 'operator'; readonly operand: Operand })
  /** Several texts. */
  | (Place & { readonly as: 'values'; readonly words?: Source })
  /** Some of a few. */
  | (Place & { readonly as: 'some'; readonly options: readonly Option[] })
  | (Place & { readonly as: 'code'; readonly language: 'sql' | 'otql' })
  | ListField
  | FilterField

/** What an operator compares. */
export type Operand = { readonly words: Source; readonly key: string } | { readonly type: string }

export interface ListField extends Place {
  readonly as: 'list'
  /** What one of them is called, as in “Add a series”. */
  readonly entry: { readonly add: string; readonly name: (number: number) => string }
  readonly fields: (at: string, one: unknown) => readonly Field[]
  readonly fresh: (before: readonly unknown[]) => unknown
  readonly least?: number
  readonly most?: number
}

export interface FilterField extends Place {
  readonly as: 'filter'
  readonly fields: (at: string, one: Query) => readonly Field[]
  readonly fresh: Query
}

/** The rows of a form; what few need is in a part that opens. */
export interface Form {
  readonly rows: readonly (readonly Field[])[]
  readonly more?: readonly (readonly Field[])[]
}

/** The question after somebody typed or chose something: an empty text takes the place away. */
export function chosen(query: Query, field: Extract<Field, { as: 'choice' | 'text' }>, value: string): Query {
  if (field.becomes === undefined) {
    return write(
      query,
      field.at,
      field.as === 'choice' && field.isNumber && value !== '' ? Number(value) : value,
    )
  }
  const holder = (field.as === 'choice' ? field.holder : undefined) ?? above(field.at)
  const before = read(query, holder)
  const after = field.becomes(isQuery(before) ? before : {}, value)
  if (holder === '') return after
  return write(query, holder, Object.keys(after).length === 0 ? undefined : after)
}

/** All fields that a form shows of a question, those within lists and filters too. */
export function fieldsOf(form: Form, query: Query): readonly Field[] {
  return [...form.rows, ...(form.more ?? [])].flat().flatMap((field) => withInner(field, query))
}

function withInner(field: Field, query: Query): readonly Field[] {
  const inner = innerOf(field, query)
  return [field, ...inner.flatMap((one) => withInner(one, query))]
}

function innerOf(field: Field, query: Query): readonly Field[] {
  const value = read(query, field.at)
  switch (field.as) {
    case 'list':
      return Array.isArray(value) ? value.flatMap((one, at) => field.fields(under(field.at, at), one)) : []
    case 'filter':
      return leaves(field, value, field.at)
    default:
      return []
  }
}

function leaves(field: FilterField, value: unknown, at: string): readonly Field[] {
  const place = Array.isArray(value) ? at : under(at, 'values')
  return objects(rootOf(value).values).flatMap((one, index) => {
    const path = under(place, index)
    return isCondition(one) ? field.fields(path, one) : leaves(field, one, path)
  })
}

/** The field that a mistake at a path is about: the one nearest to it; null when there is none. */
export function fieldAt(fields: readonly Field[], path: string): Field | null {
  return fields
    .filter(({ at }) => isWithin(path, at))
    .reduce<Field | null>(
      (best, field) => (best === null || field.at.length > best.at.length ? field : best),
      null,
    )
}
