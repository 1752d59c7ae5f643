import { fullNumber } from '../lib/number.ts'
import { spoken } from './language.ts'

/** The names between braces: `'{count} {count:row|rows} of {name}'` has count and name. */
type Names<Sentence> = Sentence extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}:${string}` ? Name : Inner) | Names<Rest>
  : never

type Values<Sentence> = [Names<Sentence>] extends [never]
  ? []
  : [values: Readonly<Record<Names<Sentence>, string | number>>]

/**
 * A sentence in the reader's language. It is written in English where it is needed, and is its own key:
 * `say('{count} {count:row|rows}', { count })`. What stands in braces is a value, numbers as the reader
 * writes them; after a colon stand the forms that go with a number, in the order of the language's plurals.
 * A test collects the calls, so the sentence is written out, never a variable.
 */
export function say<Sentence extends string>(sentence: Sentence, ...[values]: Values<Sentence>): string {
  return fill(spoken().catalogue[sentence] ?? sentence, values ?? {}, spoken().language)
}

/** Puts the values into a sentence. A name without a value stays, so that the mistake is seen. */
export function fill(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
  language: string,
): string {
  return sentence.replace(placeholder, (all, name: string, forms: string | undefined) => {
    const value = values[name]
    if (value === undefined) return all
    if (forms !== undefined) return formFor(Number(value), forms.split('|'), language)
    return typeof value === 'number' ? fullNumber(value) : value
  })
}

export const placeholder = /\{(\w+)(?::([^{}]*))?\}/g

const order: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other']

function formFor(count: number, forms: readonly string[], language: string): string {
  const rules = new Intl.PluralRules(language)
  const kinds = order.filter((kind) => rules.resolvedOptions().pluralCategories.includes(kind))
  return forms[kinds.indexOf(rules.select(count))] ?? forms.at(-1) ?? ''
}
