import type { DashboardVariable } from '../api/dashboards.ts'

/** A variable of a dashboard: its name, and the value it has now. */
export interface Variable {
  readonly name: string
  readonly value: string
}

/** The variables that a dashboard has values of, with those of the URL in their place. */
export function variablesOf(
  own: Readonly<Record<string, DashboardVariable>> | undefined,
  applied: string | undefined,
): Variable[] {
  const chosen = chosenIn(applied)
  return Object.values(own ?? {}).flatMap(({ code_name, value }) =>
    code_name === undefined ? [] : [{ name: code_name, value: textOf(chosen[code_name] ?? value) }],
  )
}

/** The URL's values with another one; undefined when there are none. */
export function withVariable(applied: string | undefined, { name, value }: Variable): string | undefined {
  const { [name]: _, ...others } = chosenIn(applied)
  const all = value === '' ? others : { ...others, [name]: value }
  return Object.keys(all).length === 0 ? undefined : JSON.stringify(all)
}

function chosenIn(applied: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(applied ?? '{}')
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {}
  } catch {
    return {}
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
