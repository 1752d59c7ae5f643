import type { Field } from './field.ts'
import { allFields, renewed, sourceOf } from './kinds.ts'
import { isSame, isWithin, items, type Query, read } from './query.ts'

/** What of a question was changed, by what its form calls it; nothing where no form tells. */
export function changedFields(before: unknown, after: unknown): readonly string[] {
  const [was, is] = [renewed(sourceOf(before)), renewed(sourceOf(after))]
  if (was.kind !== is.kind) return []
  const fields = [...allFields(was), ...allFields(is)]
  const filters = fields.filter(({ as }) => as === 'filter')
  const changed = fields.filter(
    (field) =>
      differs(field, was, is) && !filters.some(({ at }) => at !== field.at && isWithin(field.at, at)),
  )
  return [...new Set(changed.map(({ label }) => label))]
}

/** A list differs by how many there are; what is in them, their own fields tell. */
function differs({ as, at }: Field, was: Query, is: Query): boolean {
  const [old, now] = [read(was, at), read(is, at)]
  return as === 'list' ? items(old).length !== items(now).length : !isSame(old, now)
}
