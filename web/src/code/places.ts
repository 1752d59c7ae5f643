import { type Spot, spotAt } from './spot.ts'

const literal = /"(?:[^"\\]|\\.)*"|[^\s,:{}[\]]+/y
const blank = /\s*/y

/** Where each value of a JSON text begins, by paths such as `sections[0].cards[2].w`. The text must be JSON. */
export function placesIn(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let at = 0
  const skip = () => {
    blank.lastIndex = at
    at += blank.exec(text)?.[0].length ?? 0
  }
  const take = (): string => {
    skip()
    literal.lastIndex = at
    const token = literal.exec(text)?.[0] ?? text.charAt(at)
    at += token.length
    return token
  }
  const peek = (): string => {
    skip()
    return text.charAt(at)
  }
  const items = (end: string, item: (index: number) => void) => {
    take()
    for (let index = 0; at < text.length && peek() !== end; index++) {
      item(index)
      if (peek() === ',') take()
    }
    take()
  }
  const value = (path: string) => {
    const first = peek()
    places.set(path, at)
    if (first === '[') items(']', (index) => value(`${path}[${index}]`))
    else if (first === '{') items('}', () => field(path))
    else take()
  }
  const field = (path: string) => {
    const name: unknown = JSON.parse(take())
    take()
    value(path === '' ? String(name) : `${path}.${name}`)
  }
  value('')
  return places
}

/** Where in a JSON text a path leads; as far as it goes, where something is missing. */
export function spotOfPath(text: string, path: string): Spot {
  const places = placesIn(text)
  let known = path
  while (known !== '' && !places.has(known)) known = known.replace(/(\.?[^.[\]]+|\[\d+\])$/, '')
  return spotAt(text, places.get(known) ?? 0)
}
