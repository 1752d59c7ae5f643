import { callJson } from '../api/client.ts'
import type { Card, Dashboard } from '../api/dashboards.ts'
import { saveDashboard } from '../api/editing.ts'
import { api } from '../lib/paths.ts'
import { copyOf, wireSections } from './board.ts'
import { apply } from './change.ts'

/** Puts a copy of a card below all that is on another dashboard. */
export async function copyCard(project: number, card: Card, to: number): Promise<void> {
  const target = await callJson<Dashboard>(api.dashboard(project, to))
  const section = Math.max(target.sections.length - 1, 0)
  const { sections } = apply(target, { kind: 'add', section, card: copyOf(card) })
  await saveDashboard({ project, id: to }, target.revision, { sections: wireSections(sections) })
}
