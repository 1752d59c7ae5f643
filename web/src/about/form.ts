import type { About, Collaborator, Placement } from '../api/about.ts'

/** What the settings' form holds. */
export interface AboutForm {
  readonly name: string
  readonly description: string
  readonly tags: readonly string[]
  readonly pinned: boolean
  readonly archived: boolean
  readonly visibility: About['visibility']
  readonly editors: About['editors']
  readonly placement: Placement
  readonly collaborators: readonly Collaborator[]
}

export type AboutField = keyof AboutForm

const fields: readonly AboutField[] = [
  'name',
  'description',
  'tags',
  'pinned',
  'archived',
  'visibility',
  'editors',
  'placement',
  'collaborators',
]

export function formOf(about: About): AboutForm {
  const { name, description, tags, pinned, archived, visibility, editors, placement } = about
  const collaborators = about.collaborators.map(({ id, level }) => ({ id, level }))
  return { name, description, tags, pinned, archived, visibility, editors, placement, collaborators }
}

/** The fields that are another than before. */
export function changedFields(before: AboutForm, now: AboutForm): readonly AboutField[] {
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]))
}

/** What to send: only what was changed here, so that nothing else is written over. */
export function bodyOf(before: AboutForm, now: AboutForm): Partial<AboutForm> {
  return Object.fromEntries(changedFields(before, now).map((field) => [field, now[field]]))
}

/** The form after somebody else's change: theirs, with what was changed here on top. */
export function merged(before: AboutForm, mine: AboutForm, theirs: AboutForm): AboutForm {
  return { ...theirs, ...bodyOf(before, mine) }
}

/** What both changed, differently: saving mine undoes theirs there. */
export function contested(before: AboutForm, mine: AboutForm, theirs: AboutForm): readonly AboutField[] {
  const same = new Set(fields.filter((field) => !changedFields(theirs, mine).includes(field)))
  const changed = new Set(changedFields(before, theirs))
  return changedFields(before, mine).filter((field) => changed.has(field) && !same.has(field))
}

/** A text in the list, or out of it. */
export function toggled<T>(list: readonly T[], value: T, on: boolean): readonly T[] {
  const others = list.filter((one) => one !== value)
  return on ? [...others, value] : others
}
