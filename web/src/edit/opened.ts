import type { Card, Chart } from '../api/dashboards.ts'
import type { Address } from '../api/editing.ts'
import { forget, keep, kept } from '../lib/kept.ts'
import type { Keeper } from '../ui/useTyped.ts'

/** What is open beside the dashboard. */
export type Opened =
  | { readonly kind: 'history' | 'describe' | 'json' | 'trash' | 'template' }
  | { readonly kind: 'move'; readonly card: Card }
  | { readonly kind: 'target'; readonly card: Card }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'new'; readonly chart: Chart }

interface KeptDialog {
  readonly opened: Opened
  readonly typed: unknown
}

/** The dialog that was open with something typed in it when the page went away. */
export function keptDialog(address: Address): Opened | null {
  return (kept(nameOf(address)) as KeptDialog | null)?.opened ?? null
}

/** Keeps what is typed in a dialog, together with which dialog it is. */
export function keeperOf(address: Address, opened: Opened): Keeper {
  const name = nameOf(address)
  return {
    before: (kept(name) as KeptDialog | null)?.typed ?? null,
    keep: (typed) => (typed === null ? forget(name) : keep(name, { opened, typed } satisfies KeptDialog)),
  }
}

function nameOf({ project, id }: Address): string {
  return `dialog/${project}/${id}`
}
