/** A place in a text, both counted from 1. */
export interface Spot {
  readonly line: number
  readonly column: number
}

/** How many characters stand before a place; the end of the text for places beyond it. */
export function offsetOf(text: string, { line, column }: Spot): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return Math.min(text.length, before + Math.min(column - 1, lines[line - 1]?.length ?? 0))
}

export function spotAt(text: string, offset: number): Spot {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** Where a text stops making sense, told from the sentence about it. */
export function placeIn(sentence: string): Spot | null {
  const [, line, column] = /line (\d+),? column (\d+)/i.exec(sentence) ?? []
  return line === undefined ? null : { line: Number(line), column: Number(column) }
}
