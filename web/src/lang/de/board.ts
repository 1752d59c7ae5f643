import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'Menu of the dashboard': 'Menü des Dashboards',
  'Settings…': 'Einstellungen …',
  Share: 'Teilen',
}
