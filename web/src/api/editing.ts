import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/paths.ts'
import { call, callJson } from './client.ts'
import type { Dashboard, Page } from './dashboards.ts'

/** An entry of a dashboard's history. */
export interface Revision {
  readonly id: number
  readonly parent: number | null
  readonly reason: string
  /** Whether it changed what is on the dashboard. */
  readonly changed: boolean
  /** The revision whose content it brought back. */
  readonly restored: number | null
  readonly created_at: string
  readonly created_by: { readonly id: number; readonly name: string; readonly email: string } | null
}

export interface Template {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly tags: readonly string[]
  readonly built_in: boolean
}

/** Where a dashboard is. */
export interface Address {
  readonly project: number
  readonly id: number
}

export function revisionsQuery({ project, id }: Address) {
  return queryOptions({
    queryKey: ['revisions', project, id],
    queryFn: ({ signal }) => callJson<Page<Revision>>(api.revisions(project, id), { signal }),
  })
}

/** A dashboard as it was. Revisions do not change, but the names of the insights on them may. */
export function revisionQuery({ project, id }: Address, revision: number) {
  return queryOptions({
    queryKey: ['revision', project, id, revision],
    queryFn: ({ signal }) => callJson<Dashboard>(api.revision(project, id, revision), { signal }),
    staleTime: 60_000,
  })
}

export function templatesQuery(project: number) {
  return queryOptions({
    queryKey: ['templates', project],
    queryFn: ({ signal }) => callJson<Page<Template>>(api.templates(project), { signal }),
  })
}

/** Refused with 409 when somebody else was there since the revision. */
export function saveDashboard({ project, id }: Address, revision: number, body: unknown): Promise<Dashboard> {
  return callJson(api.dashboard(project, id), { method: 'PATCH', body, headers: ifMatch(revision) })
}

/** Puts a whole document in the dashboard's place. */
export function replaceDashboard(
  { project, id }: Address,
  revision: number,
  body: unknown,
): Promise<Dashboard> {
  return callJson(api.dashboard(project, id), { method: 'PUT', body, headers: ifMatch(revision) })
}

export function restoreRevision(
  { project, id }: Address,
  current: number,
  revision: number,
): Promise<Dashboard> {
  const path = `${api.revision(project, id, revision)}/restore`
  return callJson(path, { method: 'POST', headers: ifMatch(current) })
}

export function moveCard({ project, id }: Address, current: number, card: number | string, to: number) {
  const path = `${api.dashboard(project, id)}/cards/${card}/move`
  return callJson<Dashboard>(path, { method: 'POST', body: { to }, headers: ifMatch(current) })
}

/** Takes what a dashboard's document holds, of which only the name is needed. */
export function createDashboard(project: number, document: { readonly name: string }): Promise<Dashboard> {
  return callJson(api.dashboards(project), { method: 'POST', body: document })
}

export function fromTemplate(project: number, template: string, name: string): Promise<Dashboard> {
  const path = `${api.templates(project)}/${template}/dashboards`
  return callJson(path, { method: 'POST', body: { name } })
}

/** Keeps what is on a dashboard as a template of the project. */
export function saveTemplate({ project, id }: Address, name: string, description: string): Promise<Template> {
  return callJson(api.templates(project), { method: 'POST', body: { dashboard: id, name, description } })
}

export async function deleteTemplate(project: number, template: string): Promise<void> {
  await call(`${api.templates(project)}/${template}`, { method: 'DELETE' })
}

export async function trashDashboard({ project, id }: Address, revision: number): Promise<void> {
  await call(api.dashboard(project, id), { method: 'DELETE', headers: ifMatch(revision) })
}

export function restoreDashboard({ project, id }: Address): Promise<Dashboard> {
  return callJson(`${api.dashboard(project, id)}/restore`, { method: 'POST' })
}

function ifMatch(revision: number) {
  return { 'if-match': String(revision) }
}
