import { eventData } from '../lib/eventStream.ts'
import { api } from '../lib/paths.ts'
import { call } from './client.ts'

/** How far a project's data reaches, each time it reaches further; ends when the server says so. */
export async function* readPositions(project: number, signal: AbortSignal): AsyncGenerator<number> {
  const { body } = await call(api.live(project), { signal, accept: 'text/event-stream' })
  if (body === null) return
  for await (const data of eventData(body)) yield (JSON.parse(data) as { position: number }).position
}
