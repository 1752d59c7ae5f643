import { expect, test } from 'vitest'
import { eventData, splitEvents } from './eventStream.ts'

test('an unfinished event stays in the rest', () => {
  expect(splitEvents('data: {"a":1}\n\ndata: {"b"')).toEqual({ events: ['{"a":1}'], rest: 'data: {"b"' })
})

test('comments and other fields are left out, several data lines are joined', () => {
  expect(splitEvents(': ping\n\nevent: chart\r\ndata: 1\r\ndata: 2\r\n\r\n').events).toEqual(['1\n2'])
})

test('events and characters cut across chunks arrive whole', async () => {
  const bytes = new TextEncoder().encode('data: "Köln"\n\ndata: 2\n\n')
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  const seen: string[] = []
  for await (const data of eventData(body)) seen.push(data)
  expect(seen).toEqual(['"Köln"', '2'])
})
