import type { Dashboard } from '../api/dashboards.ts'

const fields = [
  ...['name', 'description', 'type', 'visibility', 'tags', 'pinned', 'archived', 'refresh_interval'],
  ...['filters', 'variables', 'available_filters', 'sections'],
]

/** A dashboard as people write it: without what the server alone says of it. */
export function documentOf(dashboard: Dashboard): Readonly<Record<string, unknown>> {
  const all: Readonly<Record<string, unknown>> = { ...dashboard }
  return Object.fromEntries(fields.filter((name) => name in all).map((name) => [name, all[name]]))
}
