/** Reads a `text/event-stream` body: the data of each event, as soon as it is complete. */
export async function* eventData(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const split = splitEvents(rest + decoder.decode(value, { stream: true }))
      rest = split.rest
      yield* split.events
    }
  } finally {
    // Whoever stops listening early also stops the server's work.
    await reader.cancel().catch(() => undefined)
  }
}

/** Cuts a buffer into the data of its complete events and the unfinished rest. */
export function splitEvents(buffer: string): { events: string[]; rest: string } {
  const blocks = buffer.split(/\r?\n\r?\n/)
  const rest = blocks.pop() ?? ''
  return { events: blocks.map(dataOf).filter((data) => data !== ''), rest }
}

function dataOf(block: string): string {
  return block
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).replace(/^ /, ''))
    .join('\n')
}
