import type { Card, Chart, Dashboard, Section } from '../api/dashboards.ts'

// Dashboards for the tests of this folder.

export function chart(id: number, title: string, more: Partial<Chart> = {}): Chart {
  const query = { kind: 'HogQLQuery', query: `select ${id}` }
  return { id, title, description: '', type: 'line', options: {}, colors: [], query, insight: id, ...more }
}

export function card(
  id: number,
  [x, y, w, h]: readonly [number, number, number, number],
  ...charts: Chart[]
): Card {
  return { id, x, y, w, h, layout: 'vertical', charts }
}

export function dashboard(revision: number, ...sections: Section[]): Dashboard {
  return {
    id: 3,
    name: 'Shop',
    description: '',
    type: 'custom',
    visibility: 'shared',
    tags: [],
    pinned: false,
    archived: false,
    refresh_interval: 60,
    revision,
    created_at: '2026-11-23T10:00:00Z',
    updated_at: '2026-11-23T10:00:00Z',
    created_by: null,
    filters: {},
    sections,
  }
}

/** Two sections: `Top` with the cards 1 (chart 11, “Visits”) and 2 (chart 12, “Orders”), and an empty one. */
export function sample(revision = 1): Dashboard {
  const cards = [card(1, [0, 0, 6, 4], chart(11, 'Visits')), card(2, [6, 0, 6, 4], chart(12, 'Orders'))]
  return dashboard(revision, { title: 'Top', cards }, { title: 'Rest', cards: [] })
}
