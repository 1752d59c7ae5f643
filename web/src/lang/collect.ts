import { parseSync } from 'vite'

/** What the source of the page says, for the test of the catalogues. */
export interface Said {
  readonly sentence: string
  readonly file: string
}

export interface Collected {
  readonly said: readonly Said[]
  /** Places of calls whose sentence is not written out. */
  readonly unclear: readonly string[]
  /** Words that a reader sees and that no call says. */
  readonly plain: readonly string[]
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number }

/** Attributes whose text people see or hear. */
const seen = new Set(['label', 'title', 'aria-label', 'placeholder', 'description', 'hint', 'alt', 'action'])

/** What is called the same in every language. */
const names = new Set(['Facet', 'SQL', 'OTQL', 'HogQL', 'JSON', 'CSV', 'XLSX', 'PNG', 'SVG', 'PDF'])

/** Takes texts of source by path. */
export function collect(files: Readonly<Record<string, string>>): Collected {
  const said: Said[] = []
  const unclear: string[] = []
  const plain: string[] = []
  for (const [file, text] of Object.entries(files)) {
    const place = ({ start }: Node) => `${file}:${text.slice(0, start).split('\n').length}`
    walk(parseSync(file, text).program, (node) => {
      for (const { sentence } of sentencesOf(node)) {
        if (sentence === undefined) unclear.push(place(node))
        else said.push({ sentence, file })
      }
      const words = plainWords(node)
      if (words !== undefined) plain.push(`${place(node)}: ${words}`)
    })
  }
  return { said, unclear, plain }
}

function sentencesOf(node: Node): { readonly sentence: string | undefined }[] {
  if (node.type !== 'CallExpression' || !isNamed(node.callee, 'say')) return []
  return branches(listOf(node.arguments)[0]).map((branch) => ({ sentence: textOf(branch) }))
}

/** The sides of `a ? 'One' : 'Other'`. */
function branches(value: unknown): unknown[] {
  if (!isNode(value) || value.type !== 'ConditionalExpression') return [value]
  return [...branches(value.consequent), ...branches(value.alternate)]
}

function plainWords(node: Node): string | undefined {
  if (node.type === 'JSXText') return wordsIn(node.value)
  if (node.type === 'JSXAttribute' && isNode(node.name) && seen.has(String(node.name.name)))
    return wordsIn(literalOf(node.value))
  return undefined
}

function literalOf(value: unknown): unknown {
  if (!isNode(value)) return undefined
  return value.type === 'JSXExpressionContainer' ? textOf(value.expression) : textOf(value)
}

function wordsIn(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const words = text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word) && !names.has(word))
  return words.length === 0 ? undefined : text.trim()
}

/** A text that is written out; undefined for any other expression. */
function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  if (value.type !== 'TemplateLiteral' || listOf(value.expressions).length > 0) return undefined
  const [quasi] = listOf(value.quasis)
  return isNode(quasi) ? String(Reflect.get(Object(quasi.value), 'cooked')) : undefined
}

function isNamed(value: unknown, name: string): boolean {
  return isNode(value) && value.type === 'Identifier' && value.name === name
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const part of value) walk(part, visit)
  if (!isNode(value)) return
  visit(value)
  for (const part of Object.values(value)) walk(part, visit)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'
}
