import type { Form } from '../field.ts'
import type { Query } from '../query.ts'

/** A kind of question: how it begins, what a form asks of it, and how its answer is drawn. */
export interface Kind {
  readonly label: () => string
  /** What it answers, in a sentence. */
  readonly meaning: () => string
  /** Ways of drawing that fit, the usual one first. */
  readonly types: readonly string[]
  /** A question of this kind, with what it can keep of one of another kind. */
  readonly begin: (before: Query) => Query
  /** What is asked of the question, which stands at a path. */
  readonly form: (query: Query, at: string) => Form
  /** The question with older ways to say something in the newest one, which the form knows. */
  readonly renewed?: (query: Query) => Query
}
