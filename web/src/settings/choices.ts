/** Time zones by name, the reader's own among them. */
export function zones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')])].sort()
}

/** The three letters of each currency. */
export function currencies(): string[] {
  return Intl.supportedValuesOf('currency')
}
