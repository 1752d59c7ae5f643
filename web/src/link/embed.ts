/** Where a link leads. */
export function addressOf(origin: string, token: string): string {
  return `${origin}/shared/${token}`
}

/** The same to stand in a frame. */
export function frameAddressOf(origin: string, token: string): string {
  return `${origin}/embedded/${token}`
}

/** What to put into another page; its height in pixels. */
export function frameText(origin: string, token: string, title: string, height: number): string {
  const source = frameAddressOf(origin, token)
  return `<iframe src="${source}" title="${escaped(title)}" width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
