import type { AnswerMessage, ChartResult } from '../api/answers.ts'
import { type ColorBook, extendColors, noColors } from '../chart/colors.ts'
import { never } from '../lib/never.ts'

/** One chart's place: what is known of it, and whether that answers the present question. */
export interface Slot {
  readonly result: ChartResult | null
  readonly fresh: boolean
  /** Holds all of this chart's values. Charts that come later do not change it, so nothing is redrawn for them. */
  readonly colors: ColorBook
}

/** The answers of one dashboard, growing while they stream in. */
export interface Answers {
  readonly position: number | null
  readonly asOf: string | null
  readonly slots: readonly Slot[]
  readonly colors: ColorBook
  readonly complete: boolean
}

export const noAnswers: Answers = { position: null, asOf: null, slots: [], colors: noColors, complete: false }

const waiting: Slot = { result: null, fresh: false, colors: noColors }

/** A chart's slot: by its number, since charts come and go while answers to their dashboard stay. */
export function slotOf(
  answers: Answers | undefined,
  chart: number | string,
  index: number,
): Slot | undefined {
  const there = answers?.slots[index]
  if (there?.result?.id === chart) return there
  const found = answers?.slots.find(({ result }) => result?.id === chart)
  return found ?? (there?.result === null ? there : undefined)
}

/** What to begin a new question with: the old charts stay in sight, marked as old, until replaced. */
export function outdated(answers: Answers | undefined): Answers {
  if (answers === undefined) return noAnswers
  return { ...answers, complete: false, slots: answers.slots.map((slot) => ({ ...slot, fresh: false })) }
}

export function receive(answers: Answers, message: AnswerMessage): Answers {
  switch (message.type) {
    case 'start':
      return {
        ...answers,
        position: message.position,
        asOf: message.as_of,
        slots: Array.from({ length: message.charts }, (_, index) => answers.slots[index] ?? waiting),
      }
    case 'chart':
      return fill(answers, message.index, message.chart)
    case 'end':
      return { ...answers, complete: true }
    default:
      return never(message)
  }
}

function fill(answers: Answers, index: number, result: ChartResult): Answers {
  if (index >= answers.slots.length) return answers
  const colors = extendColors(answers.colors, result)
  return { ...answers, colors, slots: answers.slots.with(index, { result, fresh: true, colors }) }
}
