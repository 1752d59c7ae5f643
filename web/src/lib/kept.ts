/**
 * What somebody began and did not finish, for as long as the tab lives: a reload, a lost connection or
 * the end of a session take nothing of it away. It is that person's: whoever else logs in on the same tab
 * finds nothing of it. Storage may be closed to the page; then nothing is kept.
 */
const prefix = 'facet-kept/'

/** The number of the user who is logged in; null before that is known, when nothing is kept. */
let owner: number | null = null

/** Keeps for this user from now on, and forgets what others left. */
export function keepFor(user: number): void {
  owner = user
  forgetWhere((name) => !name.startsWith(nameOf(user, '')))
}

export function keep(name: string, value: unknown): void {
  if (owner === null) return
  const whole = nameOf(owner, name)
  attempt(() => window.sessionStorage.setItem(whole, JSON.stringify(value)))
}

/** What was kept under a name; null when nothing was. */
export function kept(name: string): unknown {
  if (owner === null) return null
  const whole = nameOf(owner, name)
  return attempt(() => JSON.parse(window.sessionStorage.getItem(whole) ?? 'null') as unknown) ?? null
}

export function forget(name: string): void {
  if (owner === null) return
  const whole = nameOf(owner, name)
  attempt(() => window.sessionStorage.removeItem(whole))
}

/** Whoever logs in next begins anew. */
export function forgetAll(): void {
  forgetWhere(() => true)
}

function nameOf(user: number, name: string): string {
  return `${prefix}${user}/${name}`
}

function forgetWhere(isGone: (name: string) => boolean): void {
  attempt(() => {
    for (const name of Object.keys(window.sessionStorage)) {
      if (name.startsWith(prefix) && isGone(name)) window.sessionStorage.removeItem(name)
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
