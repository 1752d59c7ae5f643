import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { call, callJson } from './client.ts'
import type { Page } from './dashboards.ts'
import type { Address } from './editing.ts'
import type { ShareSettings } from './shares.ts'

/** A public link to a dashboard, as those who may hand it out see it. */
export interface Link {
  readonly id: number
  readonly label: string
  readonly token: string
  readonly locked: boolean
  readonly settings: ShareSettings
  /** When it stops to work; null for never. */
  readonly expires_at: string | null
  readonly expired: boolean
  readonly created_at: string
  readonly created_by: { readonly id: number; readonly name: string } | null
  /** When somebody last looked. */
  readonly used_at: string | null
}

/** What a link is to be; what is absent stays as it is. */
export interface LinkWish {
  readonly label?: string
  readonly settings?: ShareSettings
  /** Null for none. */
  readonly password?: string | null
  readonly expires_at?: string | null
}

export function linksQuery({ project, id }: Address) {
  return queryOptions({
    queryKey: ['links', project, id],
    queryFn: ({ signal }) => callJson<Page<Link>>(api.links(project, id), { signal }),
  })
}

export function makeLink({ project, id }: Address, body: LinkWish): Promise<Link> {
  return callJson(api.links(project, id), { method: 'POST', body })
}

export function changeLink({ project, id }: Address, link: number, body: LinkWish): Promise<Link> {
  return callJson(api.link(project, id, link), { method: 'PATCH', body })
}

export async function revokeLink({ project, id }: Address, link: number): Promise<void> {
  await call(api.link(project, id, link), { method: 'DELETE' })
}
