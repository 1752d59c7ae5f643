import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { callJson } from './client.ts'
import type { Page, Registration } from './dashboards.ts'
import type { Address } from './editing.ts'

export type Scope = 'home' | 'segments' | 'builders' | 'console'

/** On which pages a dashboard stands; without segments on those of all, and so with builders. */
export interface Placement {
  readonly scopes: readonly Scope[]
  readonly segments: readonly string[]
  readonly builders: readonly string[]
}

export interface Collaborator {
  readonly id: number
  readonly level: 'look' | 'edit'
}

export interface KnownCollaborator extends Collaborator {
  readonly name: string
  readonly email: string
}

/** What is said about a dashboard apart from what is on it. */
export interface About {
  readonly id: number
  readonly revision: number
  readonly name: string
  readonly description: string
  readonly tags: readonly string[]
  readonly pinned: boolean
  readonly archived: boolean
  readonly visibility: 'shared' | 'private'
  readonly editors: 'everyone' | 'collaborators'
  readonly placement: Placement
  readonly collaborators: readonly KnownCollaborator[]
  /** What the reader may do: change it, say who changes it, say who sees it. */
  readonly may: { readonly edit: boolean; readonly restrict: boolean; readonly hide: boolean }
}

export interface Member {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly role: string
}

export interface Segment {
  readonly id: string
  readonly name: string
}

export function aboutQuery({ project, id }: Address) {
  return queryOptions({
    queryKey: ['about', project, id],
    queryFn: ({ signal }) => callJson<About>(api.about(project, id), { signal }),
    // What was told the last time is no ground to edit on.
    gcTime: 0,
  })
}

/** Refused with 409 when somebody else was there since the revision. */
export function changeAbout({ project, id }: Address, revision: number, body: unknown): Promise<About> {
  const headers = { 'if-match': String(revision) }
  return callJson(api.about(project, id), { method: 'PATCH', body, headers })
}

export function membersQuery() {
  return queryOptions({
    queryKey: ['members'],
    queryFn: ({ signal }) => callJson<Page<Member>>(api.users(), { signal }),
    staleTime: 60_000,
  })
}

export function tagsQuery(project: number) {
  return queryOptions({
    queryKey: ['tags', project],
    queryFn: ({ signal }) => callJson<Page<string>>(api.tags(project), { signal }),
    staleTime: 60_000,
  })
}

export function segmentsQuery(project: number) {
  return queryOptions({
    queryKey: ['segments', project],
    queryFn: ({ signal }) => callJson<Page<Segment>>(api.segments(project), { signal }),
    staleTime: 60_000,
  })
}

/** The dashboards that stand on a page, by name; of a segment's or a builder's page by its id. */
export function placedQuery(project: number, scope: Scope, id?: string) {
  return queryOptions({
    queryKey: ['placed', project, scope, id],
    queryFn: ({ signal }) => callJson<Page<Registration>>(api.placed(project, scope, { id }), { signal }),
  })
}
