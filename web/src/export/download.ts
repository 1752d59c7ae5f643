import { call } from '../api/client.ts'

/** The formats that the server draws and writes. */
export type Format = 'png' | 'svg' | 'csv' | 'xlsx' | 'pdf'

/** Fetches a file and hands it to the browser to be saved. */
export async function download(
  path: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const response = await call(path, { headers, signal, accept: '*/*' })
  save(await response.blob(), fileName(response.headers.get('content-disposition')))
}

/** The name that the server gives the file. */
export function fileName(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'export'
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
