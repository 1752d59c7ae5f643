import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { call, callJson } from './client.ts'
import type { Page } from './dashboards.ts'
import type { Role, Session } from './session.ts'

export interface Person {
  readonly id: number
  readonly name: string
  readonly email: string
}

export interface Member extends Person {
  readonly role: Role
  /** An inactive user's password, sessions and keys open nothing. */
  readonly active: boolean
  /** Whether a password is still to be chosen. */
  readonly invited: boolean
}

/** A member with the link to choose a password by, which is nowhere else. */
export interface Invited extends Member {
  readonly link: string
  readonly link_expires_at: string
}

export interface Key {
  readonly id: number
  readonly label: string
  /** What of the key may be shown. */
  readonly mask: string
  readonly scopes: readonly string[]
  readonly projects: readonly number[]
  readonly created_at: string
  readonly used_at: string | null
  readonly expires_at: string | null
  readonly user: Person | null
}

/** A key with its secret, which is nowhere else. */
export interface MadeKey extends Omit<Key, 'user'> {
  readonly key: string
}

/** Somewhere a user is logged in. */
export interface OpenSession {
  readonly signed_in_at: string
  readonly expires_at: string
  readonly address: string | null
  readonly agent: string | null
  readonly current: boolean
}

export interface Entry {
  readonly id: number
  readonly at: string
  readonly deed: string
  readonly subject: string
  readonly detail: string
  readonly address: string | null
  readonly project: { readonly id: number; readonly name: string } | null
  readonly user: Person | null
}

/** Which entries of the audit are looked at; absent looks at all. */
export interface AuditSearch {
  readonly user?: string
  readonly deed?: string
  /** Days of the reader's own zone, both included. */
  readonly from?: string
  readonly to?: string
}

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async ({ signal }) => (await callJson<Page<Member>>(api.users(), { signal })).results,
})

export function keysQuery(everybodys: boolean) {
  return queryOptions({
    queryKey: ['keys', everybodys],
    queryFn: async ({ signal }) =>
      (await callJson<Page<Key>>(api.keys({ all: everybodys }), { signal })).results,
  })
}

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await callJson<Page<OpenSession>>(api.sessions(), { signal })).results,
})

export function auditQuery({ user, deed, from, to }: AuditSearch) {
  const parameters = { user, deed, since: startOf(from, 0), before: startOf(to, 1), limit: 50 }
  return infiniteQueryOptions({
    queryKey: ['audit', parameters],
    queryFn: ({ signal, pageParam }) =>
      callJson<Page<Entry>>(api.audit({ ...parameters, cursor: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}

export function inviteMember(body: {
  readonly email: string
  readonly name: string
  readonly role: string
}): Promise<Invited> {
  return callJson(api.users(), { method: 'POST', body })
}

export function changeMember(id: number, body: { role?: string; active?: boolean }): Promise<Member> {
  return callJson(api.user(id), { method: 'PATCH', body })
}

export function resetMember(id: number): Promise<Invited> {
  return callJson(`${api.user(id)}/reset`, { method: 'POST' })
}

export async function removeMember(id: number): Promise<void> {
  await call(api.user(id), { method: 'DELETE' })
}

/** Whom a link to choose a password is for. */
export function invitationQuery(secret: string) {
  return queryOptions({
    queryKey: ['invitation', secret],
    queryFn: ({ signal }) => callJson<Person>(api.invitation(), { method: 'POST', body: { secret }, signal }),
    retry: false,
    gcTime: 0,
  })
}

export function acceptInvitation(secret: string, password: string): Promise<Session> {
  return callJson(`${api.invitation()}/accept`, { method: 'POST', body: { secret, password } })
}

export interface NewKey {
  readonly label: string
  readonly scopes: readonly string[]
  readonly projects: readonly number[]
  readonly expires_at: string | null
}

export function makeKey(body: NewKey): Promise<MadeKey> {
  return callJson(api.keys(), { method: 'POST', body })
}

export async function revokeKey(id: number): Promise<void> {
  await call(`${api.keys()}/${id}`, { method: 'DELETE' })
}

export async function changePassword(current: string, password: string): Promise<void> {
  await call(api.password(), { method: 'PUT', body: { current, password } })
}

export async function logOutOthers(): Promise<void> {
  await call(api.sessions(), { method: 'DELETE' })
}

/** The instant at which a day begins where the reader is, so many days later. */
function startOf(day: string | undefined, later: number): string | undefined {
  const [year, month, date] = (day ?? '').split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return undefined
  return new Date(year, month - 1, date + later).toISOString()
}
