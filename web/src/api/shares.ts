import { queryOptions } from '@tanstack/react-query'
import { say } from '../lang/say.ts'
import { api } from '../lib/paths.ts'
import { callJson } from './client.ts'
import type { AvailableFilter, Filters, Section } from './dashboards.ts'
import { ApiError, isUnauthorized } from './errors.ts'

/** How the page of a link is to look; what is absent was not said. */
export interface ShareSettings {
  readonly whitelabel?: boolean
  readonly noHeader?: boolean
  readonly legend?: boolean
  readonly hideExtraDetails?: boolean
  readonly theme?: 'light' | 'dark' | 'system'
  /** Whether visitors may choose dates, and compare. */
  readonly visitorDates?: boolean
  readonly visitorFilters?: boolean
  readonly visitorVariables?: boolean
  /** Whether visitors may save files. */
  readonly visitorExport?: boolean
}

/** A dashboard as strangers see it; an insight is one of a single chart. */
export interface SharedDashboard {
  readonly name: string | null
  readonly description: string | null
  /** Seconds. */
  readonly refresh_interval: number | null
  /** Of its own, where visitors may choose others. */
  readonly filters?: Pick<Filters, 'date_from' | 'date_to'>
  /** Where visitors may choose values. */
  readonly available_filters?: readonly AvailableFilter[]
  readonly sections: readonly Section[]
}

interface Link {
  readonly type: 'dashboard' | 'insight'
  readonly settings: ShareSettings
}

export interface LockedShare extends Link {
  readonly locked: true
}

export interface OpenShare extends Link {
  readonly locked: false
  readonly timezone: string
  readonly dashboard: SharedDashboard
}

export type Share = LockedShare | OpenShare

/** What the link shows to whoever has this ticket; null for none. */
export function shareQuery(token: string, ticket: string | null) {
  return queryOptions({
    queryKey: ['share', token, ticket],
    queryFn: ({ signal }) => callJson<Share>(api.share(token), { signal, headers: ticketHeader(ticket) }),
  })
}

export function ticketHeader(ticket: string | null): Readonly<Record<string, string>> {
  return ticket === null ? {} : { authorization: `Bearer ${ticket}` }
}

/** The ticket that the password is good for. */
export async function unlock(token: string, password: string): Promise<string> {
  try {
    const body = { method: 'POST', body: { password } } as const
    return (await callJson<{ readonly shareToken: string }>(api.unlock(token), body)).shareToken
  } catch (error) {
    if (isUnauthorized(error)) throw new ApiError(401, 'wrong_password', say('This is not the password.'))
    throw error
  }
}
