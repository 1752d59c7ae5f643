import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { call, callJson } from './client.ts'
import { isUnauthorized } from './errors.ts'

export type Role = 'owner' | 'admin' | 'editor' | 'viewer'

export interface Project {
  readonly id: number
  readonly name: string
  readonly timezone: string
  readonly week_start: 'sunday' | 'monday'
}

export interface Session {
  readonly user: { readonly id: number; readonly uuid: string; readonly email: string; readonly name: string }
  readonly organisation: { readonly id: number; readonly name: string }
  readonly role: Role
  readonly projects: readonly Project[]
}

export interface Login {
  readonly email: string
  readonly password: string
}

export interface Setup extends Login {
  readonly organisation: string
  readonly name: string
  readonly project: string
  readonly timezone: string
}

/** Who is logged in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Whether this server still waits for its first user. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => callJson<{ needed: boolean }>(api.setup(), { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export function login(body: Login): Promise<Session> {
  return callJson<Session>(api.login(), { method: 'POST', body })
}

export function setUp(body: Setup): Promise<Session> {
  return callJson<Session>(api.setup(), { method: 'POST', body })
}

export async function logout(): Promise<void> {
  await call(api.logout(), { method: 'POST' })
}

async function readSession(signal: AbortSignal): Promise<Session | null> {
  try {
    return await callJson<Session>(api.session(), { signal })
  } catch (error) {
    if (isUnauthorized(error)) return null
    throw error
  }
}
