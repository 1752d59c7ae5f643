/** What came of sending a person to a network for leave. */
const endings = ['connected', 'denied', 'refused', 'late'] as const

export type Ending = (typeof endings)[number]

/** What the server says in the address when it leads a person back from a network. */
export interface ConsentSearch {
  readonly consent?: Ending
  readonly platform?: string
}

export function readConsent(search: Readonly<Record<string, unknown>>): ConsentSearch {
  const consent = endings.find((ending) => ending === search.consent)
  const platform = search.platform
  return consent === undefined || typeof platform !== 'string' ? {} : { consent, platform }
}
