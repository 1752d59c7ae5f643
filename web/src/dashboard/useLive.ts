import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isUnauthorized } from '../api/errors.ts'
import { readPositions } from '../api/live.ts'
import { patienceAfter, restAfter } from './live.ts'

interface LiveProps {
  readonly project: number
  readonly on: boolean
  /** What the answers to all questions are kept under. */
  readonly family: readonly unknown[]
}

/** Whether new data is being waited for. */
export type LiveState = 'off' | 'on' | 'lost'

/**
 * Asks for the answers again when the server tells of new data: one look at a time, none while the page is
 * hidden. After a lost connection it tries again by itself.
 */
export function useLive({ project, on, family }: LiveProps): LiveState {
  const client = useQueryClient()
  const [lost, setLost] = useState(false)
  const key = JSON.stringify(family)
  useEffect(() => {
    if (!on) return
    const queryKey = JSON.parse(key) as unknown[]
    const stopping = new AbortController()
    const look = async () => {
      const begun = performance.now()
      await client.invalidateQueries({ queryKey })
      return restAfter(performance.now() - begun)
    }
    void listen({ project, look, onLost: setLost, signal: stopping.signal })
    return () => stopping.abort()
  }, [client, project, on, key])
  if (!on) return 'off'
  return lost ? 'lost' : 'on'
}

interface Listener {
  readonly project: number
  /** Looks at the data; answers how long to rest afterwards. */
  readonly look: () => Promise<number>
  readonly onLost: (lost: boolean) => void
  readonly signal: AbortSignal
}

async function listen(listener: Listener): Promise<void> {
  const { onLost, signal } = listener
  const seen: Seen = { position: undefined, failures: 0 }
  while (!signal.aborted) {
    await visible(signal)
    try {
      await follow(listener, seen)
    } catch (error) {
      if (signal.aborted || document.hidden) continue
      // Asking for the answers finds the session ended, too, and leads to the login.
      if (isUnauthorized(error)) return void listener.look()
      seen.failures++
      onLost(true)
      await pause(patienceAfter(seen.failures), signal)
    }
  }
}

interface Seen {
  position: number | undefined
  failures: number
}

/** Looks each time the data reaches further, until the stream ends. */
async function follow({ project, look, onLost, signal }: Listener, seen: Seen): Promise<void> {
  const listening = whileSeen(signal)
  try {
    for await (const position of readPositions(project, listening.signal)) {
      seen.failures = 0
      onLost(false)
      if (seen.position !== undefined && position !== seen.position) await pause(await look(), signal)
      seen.position = position
    }
  } finally {
    listening.abort()
  }
}

/** Ends when the page is hidden, too; whoever is done with it ends it. */
function whileSeen(signal: AbortSignal): AbortController {
  const stopping = new AbortController()
  const stop = () => {
    if (signal.aborted || document.hidden) stopping.abort()
  }
  signal.addEventListener('abort', stop, { signal: stopping.signal })
  document.addEventListener('visibilitychange', stop, { signal: stopping.signal })
  return stopping
}

function visible(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve()
  return new Promise((resolve) => {
    document.addEventListener('visibilitychange', () => resolve(), { once: true, signal })
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
