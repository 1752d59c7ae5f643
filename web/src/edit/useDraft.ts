import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { callJson } from '../api/client.ts'
import { type Dashboard, dashboardQuery } from '../api/dashboards.ts'
import { type Address, revisionsQuery, saveDashboard } from '../api/editing.ts'
import { forget, keep, kept } from '../lib/kept.ts'
import { api } from '../lib/paths.ts'
import type { Change } from './change.ts'
import { type Desk, Draft, type DraftState } from './Draft.ts'

/** The draft of a dashboard; what is saved goes into the query cache, for the charts and other pages. */
export function useDraft(address: Address, dashboard: Dashboard): { draft: Draft; state: DraftState } {
  const client = useQueryClient()
  const [draft] = useState(() => new Draft(dashboard, deskOf(client, address), leftOf(address)))
  const state = useSyncExternalStore(draft.subscribe, draft.state)
  return { draft, state }
}

/** What was done here before the page went away, and not saved. */
function leftOf(address: Address): readonly Change[] {
  return (kept(nameOf(address)) as readonly Change[] | null) ?? []
}

function nameOf({ project, id }: Address): string {
  return `changes/${project}/${id}`
}

function deskOf(client: QueryClient, address: Address): Desk {
  const { project, id } = address
  const key = dashboardQuery(project, id).queryKey
  // The cache gives back what is equal as the same objects, so that only what changed is drawn anew.
  const shelve = (saved: Dashboard) => client.setQueryData(key, saved) ?? saved
  return {
    save: async (revision, patch) => shelve(await saveDashboard(address, revision, patch)),
    newest: () => callJson<Dashboard>(api.dashboard(project, id)),
    onPending: (pending) => (pending.length === 0 ? forget(nameOf(address)) : keep(nameOf(address), pending)),
    onSaved: (saved) => {
      shelve(saved)
      void client.invalidateQueries({ queryKey: revisionsQuery(address).queryKey })
      void client.invalidateQueries({ queryKey: ['dashboards', project] })
    },
  }
}
