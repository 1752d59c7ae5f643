import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { call, callJson } from './client.ts'
import type { Page } from './dashboards.ts'

/** A profile's account at a network. Tokens go in and never come out. */
export interface Account {
  readonly platform: string
  readonly account_id: string
  readonly handle: string | null
  readonly base_url: string | null
  readonly page_id: string | null
  readonly page_urn: string | null
  readonly connected_at: string
  readonly status: 'connected' | 'reconnect'
  readonly has_access_token: boolean
  readonly has_refresh_token: boolean
}

export interface Profile {
  readonly username: string
  readonly display_name: string | null
  /** Null when only rows of datasets name it. */
  readonly created_at: string | null
  readonly accounts: readonly Account[]
}

/** What to connect; fields left out are not sent. */
export interface NewAccount {
  readonly account_id: string
  readonly access_token?: string
  readonly refresh_token?: string
  readonly handle?: string
  readonly base_url?: string
  readonly page_id?: string
  readonly page_urn?: string
}

/** What became of reading one account. */
export type Result =
  | { readonly ok: true }
  | { readonly ok: false; readonly class: string; readonly error: string }

export interface Run {
  readonly id: number
  readonly date: string
  readonly cause: 'clock' | 'request'
  readonly status: 'running' | 'done' | 'interrupted'
  readonly started_at: string
  readonly ended_at: string | null
  readonly platforms: Readonly<Record<string, Result>>
}

/** Where a profile is. */
export interface ProfileAddress {
  readonly project: number
  readonly username: string
}

/** What all questions about a project's profiles begin with: what changes one changes the list, too. */
export function profilesKey(project: number) {
  return ['profiles', project] as const
}

export function profilesQuery(project: number) {
  return infiniteQueryOptions({
    queryKey: [...profilesKey(project), 'list'],
    queryFn: ({ signal, pageParam }) =>
      callJson<Page<Profile>>(api.profiles(project, { cursor: pageParam, limit: 100 }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
}

export function profileQuery({ project, username }: ProfileAddress) {
  return queryOptions({
    queryKey: [...profilesKey(project), 'one', username],
    queryFn: ({ signal }) => callJson<Profile>(api.profile(project, username), { signal }),
  })
}

export function runsQuery({ project, username }: ProfileAddress) {
  return queryOptions({
    queryKey: ['runs', project, username],
    queryFn: async ({ signal }) => {
      const path = api.profileRuns(project, username, { limit: 20 })
      return (await callJson<Page<Run>>(path, { signal })).results
    },
  })
}

export function putProfile({ project, username }: ProfileAddress, displayName: string): Promise<Profile> {
  const body = displayName === '' ? {} : { display_name: displayName }
  return callJson(api.profile(project, username), { method: 'PUT', body })
}

/** Takes a profile and its accounts away; what was collected stays. */
export async function deleteProfile({ project, username }: ProfileAddress): Promise<void> {
  await call(api.profile(project, username), { method: 'DELETE' })
}

export function connectAccount(at: ProfileAddress, platform: string, body: NewAccount): Promise<Account> {
  return callJson(api.profileAccount(at.project, at.username, platform), { method: 'PUT', body })
}

export async function disconnectAccount(at: ProfileAddress, platform: string): Promise<void> {
  await call(api.profileAccount(at.project, at.username, platform), { method: 'DELETE' })
}

/** The address at the network where a person gives leave. */
export async function consentAddress(at: ProfileAddress, platform: string): Promise<string> {
  const path = `${api.profileAccount(at.project, at.username, platform)}/authorize`
  return (await callJson<{ url: string }>(path)).url
}

/** Reads all accounts now; resolves when charts see what they said. */
export function collectNow({ project, username }: ProfileAddress): Promise<unknown> {
  return callJson(`${api.profile(project, username)}/collect`, { method: 'POST' })
}
