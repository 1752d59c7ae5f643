import { say } from '../lang/say.ts'
import type { Mistake } from './CodeEditor.tsx'
import { spotAt } from './spot.ts'

export type ReadJson =
  | { readonly value: Readonly<Record<string, unknown>>; readonly mistake: null }
  | { readonly value: null; readonly mistake: Mistake }

/** An object from its text, or where the text stops being one. */
export function placeOfJson(text: string): ReadJson {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { value: value as Readonly<Record<string, unknown>>, mistake: null }
    }
    return {
      value: null,
      mistake: { line: 1, column: 1, message: say('Write an object: {form}.', { form: '{…}' }) },
    }
  } catch {
    return {
      value: null,
      mistake: { ...spotAt(text, brokenAt(text)), message: say('This is no JSON from here on.') },
    }
  }
}

const tokens =
  /\s*(?:("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/uy

type Expects = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

type Then = 'open' | 'close' | 'done' | 'comma' | 'colon' | 'value'

const begins = { text: 'done', literal: 'done', '{': 'open', '[': 'open' } as const

/** What a token does where it may stand. */
const follows: Readonly<Record<Expects, Readonly<Record<string, Then>>>> = {
  value: begins,
  'value or end': { ...begins, ']': 'close' },
  key: { text: 'colon' },
  'key or end': { text: 'colon', '}': 'close' },
  colon: { ':': 'value' },
  'comma or end': { ',': 'comma', '}': 'close', ']': 'close' },
  nothing: {},
}

/** Browsers tell the place of a mistake each in their own way, or not at all: it is looked for here. */
function brokenAt(text: string): number {
  const open: string[] = []
  let expects: Expects | null = 'value'
  let start = 0
  tokens.lastIndex = 0
  while (expects !== null) {
    start = tokens.lastIndex
    const match = tokens.exec(text)
    expects = match === null ? null : after(follows[expects][kindOf(match)], kindOf(match), open)
  }
  return start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0)
}

function kindOf([, text, literal, sign = '']: RegExpExecArray): string {
  if (text !== undefined) return 'text'
  return literal === undefined ? sign : 'literal'
}

/** What may follow; null when the token may not stand where it does. */
function after(then: Then | undefined, kind: string, open: string[]): Expects | null {
  switch (then) {
    case undefined:
      return null
    case 'open':
      open.push(kind)
      return kind === '{' ? 'key or end' : 'value or end'
    case 'close':
      return open.pop() === (kind === '}' ? '{' : '[') ? afterValue(open) : null
    case 'done':
      return afterValue(open)
    case 'comma':
      return open.at(-1) === '{' ? 'key' : 'value'
    default:
      return then
  }
}

function afterValue(open: readonly string[]): Expects {
  return open.length === 0 ? 'nothing' : 'comma or end'
}
