import type { Role } from '../api/session.ts'
import { say } from '../lang/say.ts'

export const roles: readonly Role[] = ['viewer', 'editor', 'admin', 'owner']

const names: Readonly<Record<Role, () => string>> = {
  viewer: () => say('Viewer'),
  editor: () => say('Editor'),
  admin: () => say('Admin'),
  owner: () => say('Owner'),
}

const meanings: Readonly<Record<Role, () => string>> = {
  viewer: () => say('looks at dashboards'),
  editor: () => say('edits dashboards and brings data'),
  admin: () => say('manages people, keys and projects too'),
  owner: () => say('everything; an organisation keeps at least one'),
}

export function roleName(role: Role): string {
  return names[role]()
}

export function roleMeaning(role: Role): string {
  return meanings[role]()
}

/** The roles that somebody of this role may give: nobody makes another one more than themselves. */
export function givenBy(role: Role): readonly Role[] {
  return roles.slice(0, roles.indexOf(role) + 1)
}

export function manages(role: Role): boolean {
  return role === 'admin' || role === 'owner'
}
