/**
 * What somebody began and did not finish, for as long as the tab lives: a reload, a lost connection or
 * the end of a session take nothing of it away. Storage may be closed to the page; then nothing is kept.
 */
const prefix = 'facet-kept/'

export function keep(name: string, value: unknown): void {
  attempt(() => window.sessionStorage.setItem(prefix + name, JSON.stringify(value)))
}

/** What was kept under a name; null when nothing was. */
export function kept(name: string): unknown {
  return attempt(() => JSON.parse(window.sessionStorage.getItem(prefix + name) ?? 'null') as unknown) ?? null
}

export function forget(name: string): void {
  attempt(() => window.sessionStorage.removeItem(prefix + name))
}

/** Whoever logs in next begins anew. */
export function forgetAll(): void {
  attempt(() => {
    for (const key of Object.keys(window.sessionStorage)) {
      if (key.startsWith(prefix)) window.sessionStorage.removeItem(key)
    }
  })
}

function attempt<T>(what: () => T): T | undefined {
  try {
    return what()
  } catch {
    return undefined
  }
}
