import type { AvailableFilter, FilterValue } from '../api/dashboards.ts'
import { say } from '../lang/say.ts'

/** The values chosen for each filter, by its technical name. */
export type Choices = Readonly<Record<string, readonly string[]>>

/**
 * The choices in a URL, under the names that the dashboard's filters have: names go by any case. Text that
 * cannot be read, and names of no filter, choose nothing.
 */
export function readChoices(text: string | undefined, filters: readonly AvailableFilter[]): Choices {
  const said = Object.entries(parsed(text))
  return Object.fromEntries(
    filters.flatMap((filter) => {
      const [, values] = said.find(([name]) => sameName(name, filter.technical_name)) ?? []
      const chosen = Array.isArray(values) ? values.map(String) : []
      return chosen.length === 0 ? [] : [[filter.technical_name, chosen]]
    }),
  )
}

/** The choices for a URL; undefined when there are none. */
export function writeChoices(choices: Choices): string | undefined {
  const made = Object.entries(choices).filter(([, values]) => values.length > 0)
  return made.length === 0 ? undefined : JSON.stringify(Object.fromEntries(made))
}

/** A value picked or put back; of a filter for a single value it takes the place of the one before. */
export function withValue(
  choices: Choices,
  filter: AvailableFilter,
  value: string,
  picked: boolean,
): Choices {
  const name = filter.technical_name
  const others = (choices[name] ?? []).filter((other) => other !== value)
  const kept = filter.multi_select === true ? others : []
  return { ...choices, [name]: picked ? [...kept, value] : others }
}

export function withoutValues(choices: Choices, filter: AvailableFilter): Choices {
  return { ...choices, [filter.technical_name]: [] }
}

export function isSame(one: Choices, other: Choices): boolean {
  return ordered(one) === ordered(other)
}

/** What stands on a filter's button. */
export function choiceLabel(chosen: readonly string[], values: readonly FilterValue[]): string {
  const [first] = chosen
  if (first === undefined) return say('any')
  if (chosen.length > 1) return say('{count} chosen', { count: chosen.length })
  return values.find(({ value }) => value === first)?.label ?? first
}

function ordered(choices: Choices): string {
  const made = Object.entries(choices).filter(([, values]) => values.length > 0)
  return JSON.stringify(made.map(([name, values]) => [name, [...values].sort()]).sort())
}

function parsed(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
