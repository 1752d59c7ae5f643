/**
 * The tickets of locked links, kept for as long as the browser's tab is open. In a frame the storage
 * may be closed to the page; then they last until the page is left.
 */
const held = new Map<string, string>()

export function ticketOf(token: string): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(token)) ?? held.get(token) ?? null
  } catch {
    return held.get(token) ?? null
  }
}

export function keepTicket(token: string, ticket: string): void {
  held.set(token, ticket)
  try {
    window.sessionStorage.setItem(keyOf(token), ticket)
  } catch {
    // Held above.
  }
}

function keyOf(token: string): string {
  return `facet-share ${token}`
}
