import { say } from '../lang/say.ts'
import { delimiters, join, RowEnds } from './rows.ts'

const headBytes = 256 << 10

/** The bytes of a file, unpacked when it is packed; tells how many of the file's own were read. */
export async function* bytesOf(file: Blob, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      onRead(piece.length)
      controller.enqueue(piece)
    },
  })
  const plain = file.stream().pipeThrough(counting)
  const packed = await isPacked(file)
  const reader = (packed ? plain.pipeThrough(new DecompressionStream('gzip')) : plain).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** The first rows of a file: enough to see what it is, however long the whole is. */
export async function headOf(file: Blob): Promise<{ bytes: Uint8Array<ArrayBuffer>; whole: boolean }> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytesOf(file, () => undefined)) {
    pieces.push(piece.slice())
    length += piece.length
    if (length > headBytes) return { bytes: withoutBrokenRow(join(pieces).slice(0, headBytes)), whole: false }
  }
  return { bytes: join(pieces), whole: true }
}

function withoutBrokenRow(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const ends = new RowEnds(bytes[0] === 0x7b ? '' : delimiters)
  let end = 0
  for (let at = 0; at < bytes.length; at++) if (ends.endsWith(bytes[at] ?? 0)) end = at + 1
  return bytes.slice(0, end === 0 ? bytes.length : end)
}

/** What is against a file, told from how it begins; undefined for nothing. */
export function objectionTo([first, second, third, fourth]: Uint8Array): string | undefined {
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (wide) return say('The file is written in UTF-16. Save it as CSV in UTF-8.')
  const archive = first === 0x50 && second === 0x4b && third === 3 && fourth === 4
  if (archive) return say('The file is a workbook or an archive. Save the sheet as CSV.')
  if (first === undefined) return say('The file is empty.')
  return undefined
}

/** What is said when the browser cannot read a file. */
export function unreadable(): string {
  return say(
    'The file cannot be read: it is packed with gzip but damaged or cut off, or it was changed meanwhile.',
  )
}

async function isPacked(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  return first === 0x1f && second === 0x8b
}
