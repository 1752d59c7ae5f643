import type { Assigned } from '../api/assignments.ts'

export interface First {
  readonly project: number
  readonly dashboard: number
}

/** The default dashboard of the first of these projects that has one; a project that cannot be asked has none. */
export async function firstDashboard(
  projects: readonly { readonly id: number }[],
  assigned: (project: number) => Promise<readonly Assigned[]>,
): Promise<First | undefined> {
  for (const { id } of projects) {
    const own = await assigned(id).catch(() => [])
    const found = own.find(({ is_default }) => is_default)
    if (found !== undefined) return { project: id, dashboard: found.id }
  }
  return undefined
}
