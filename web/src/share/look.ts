import type { Chart, Section } from '../api/dashboards.ts'
import type { OpenShare, SharedDashboard, ShareSettings } from '../api/shares.ts'
import { say } from '../lang/say.ts'

/** What the settings of a link mean for its page. */
export interface Look {
  readonly title: string
  /** The dashboard's name and description. */
  readonly header: boolean
  readonly brand: boolean
  readonly legend: boolean
  readonly details: boolean
}

export function lookOf(name: string | null, settings: ShareSettings): Look {
  const brand = settings.whitelabel !== true
  const own = name || say('Untitled')
  return {
    title: brand ? `${own} · Facet` : own,
    header: settings.noHeader !== true,
    brand,
    // Only when it was switched off: colours without names tell nothing.
    legend: settings.legend !== false,
    details: settings.hideExtraDetails !== true,
  }
}

/** What visitors may do besides looking. */
export function offersOf({ settings, dashboard }: Pick<OpenShare, 'settings' | 'dashboard'>) {
  const dates = settings.visitorDates === true
  const filters = (dashboard.available_filters ?? []).length > 0
  const files = settings.visitorExport === true
  return { dates, filters, files, any: dates || filters || files }
}

/** The colours to show; undefined leaves them to the reader. */
export function schemeOf({ theme }: ShareSettings, system: 'light' | 'dark'): 'light' | 'dark' | undefined {
  return theme === 'system' ? system : theme
}

/** The sections with nothing beside the charts' titles. */
export function withoutDetails(sections: readonly Section[]): readonly Section[] {
  const bare = (chart: Chart): Chart => ({ ...chart, description: null })
  return sections.map((section) => ({
    ...section,
    cards: section.cards.map((card) => ({ ...card, charts: card.charts.map(bare) })),
  }))
}

const shortest = 10
const usual = 60

/** Milliseconds between two looks at the data. */
export function refreshOf({ refresh_interval }: Pick<SharedDashboard, 'refresh_interval'>): number {
  return Math.max(shortest, refresh_interval ?? usual) * 1000
}
