import { createContext, useContext } from 'react'
import type { Field } from '../field.ts'
import type { Query } from '../query.ts'

/** What all fields of a form know. */
export interface FormState {
  readonly project: number
  readonly query: Query
  /** Whether the dashboard has dates, which win over the question's. */
  readonly dated: boolean
  /** What the server says is wrong, and the field that it is about where there is one. */
  readonly trouble: Trouble | null
  readonly onChange: (query: Query) => void
}

export interface Trouble {
  readonly message: string
  readonly path: string | null
  readonly field: Field | null
}

export const FormContext = createContext<FormState | null>(null)

export function useForm(): FormState {
  const form = useContext(FormContext)
  if (form === null) throw new Error('A field stands outside of a form.')
  return form
}

/** What is wrong with what a field says; null when nothing is known to be. */
export function useWrong({ at }: Field): string | null {
  const { trouble } = useForm()
  return trouble?.field?.at === at ? trouble.message : null
}
