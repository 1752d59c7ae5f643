import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { otqlWords } from '../api/questions.ts'
import { vocabularyQuery } from '../api/vocabulary.ts'
import { spotAt } from '../code/spot.ts'

/** What may come next in a text: for SQL names and functions known here, for OTQL what the server says. */
export function useWords(project: number, language: 'sql' | 'otql'): CompletionSource {
  const events = useQuery(vocabularyQuery(project, { of: 'event' })).data
  const properties = useQuery(vocabularyQuery(project, { of: 'event_property' })).data
  const people = useQuery(vocabularyQuery(project, { of: 'person_property' })).data
  return useMemo(() => {
    if (language === 'otql') return otqlSource(project)
    return sqlSource({
      events: (events ?? []).map(({ value }) => value),
      properties: (properties ?? []).map(({ value }) => value),
      people: (people ?? []).map(({ value }) => value),
    })
  }, [project, language, events, properties, people])
}

function otqlSource(project: number): CompletionSource {
  return async (context) => {
    const word = context.matchBefore(/[\p{L}\p{N}_$]*/u)
    if (!context.explicit && (word === null || word.from === word.to)) return null
    const { line, column } = spotAt(context.state.doc.toString(), context.pos)
    const found = await otqlWords(project, context.state.doc.toString(), line, column).catch(() => [])
    const options = found.map(({ name, type }) => ({
      label: name,
      type: type === 'field' ? 'property' : 'class',
    }))
    return { from: word?.from ?? context.pos, options }
  }
}

interface Names {
  readonly events: readonly string[]
  readonly properties: readonly string[]
  readonly people: readonly string[]
}

const words = [
  ...[
    'select',
    'distinct',
    'from',
    'where',
    'and',
    'or',
    'not',
    'in',
    'is',
    'null',
    'like',
    'ilike',
    'between',
  ],
  ...[
    'group by',
    'order by',
    'having',
    'limit',
    'offset',
    'as',
    'asc',
    'desc',
    'join',
    'left join',
    'on',
    'with',
  ],
  ...['union all', 'case', 'when', 'then', 'else', 'end', 'interval'],
]
const tables = [
  'events',
  'persons',
  'sessions',
  'posts',
  'profile_snapshots',
  'customers',
  'subscriptions',
  'invoices',
]
const columns = ['event', 'timestamp', 'distinct_id', 'person_id', 'properties', 'person.properties', 'uuid']
const functions = [
  ...[
    'count',
    'countIf',
    'uniq',
    'sum',
    'sumIf',
    'avg',
    'min',
    'max',
    'median',
    'quantile',
    'argMax',
    'groupArray',
  ],
  ...[
    'toDate',
    'toStartOfDay',
    'toStartOfWeek',
    'toStartOfMonth',
    'toStartOfHour',
    'dateDiff',
    'dateAdd',
    'now',
  ],
  ...[
    'toString',
    'toFloat',
    'toInt',
    'coalesce',
    'if',
    'multiIf',
    'round',
    'concat',
    'lower',
    'upper',
    'length',
  ],
]

/** What was found stays while a word is written on, so that it can be taken at any moment. */
function sqlSource({ events, properties, people }: Names): CompletionSource {
  const plain: Completion[] = [
    ...words.map((label) => ({ label, type: 'keyword' })),
    ...tables.map((label) => ({ label, type: 'class' })),
    ...columns.map((label) => ({ label, type: 'variable' })),
    ...functions.map((label) => ({ label, type: 'function', apply: `${label}(` })),
  ]
  return (context) => {
    const quoted = context.matchBefore(/'[^'\n]*/)
    if (quoted !== null) {
      return {
        from: quoted.from + 1,
        options: events.map((label) => ({ label, type: 'text' })),
        validFor: /^[^'\n]*$/,
      }
    }
    const dotted = context.matchBefore(/properties\.[\w$]*/)
    if (dotted !== null) {
      const before = context.state.sliceDoc(Math.max(0, dotted.from - 7), dotted.from)
      const names = before === 'person.' ? people : properties
      const options = names.map((label) => ({ label, type: 'property', apply: columnName(label) }))
      return { from: dotted.from + 'properties.'.length, options, validFor: /^[\w$]*$/ }
    }
    const word = context.matchBefore(/[\w.]*/)
    if (word === null || (word.from === word.to && !context.explicit)) return null
    return { from: word.from, options: plain, validFor: /^\w*$/ }
  }
}

function columnName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `\`${name.replace(/[\\`]/g, '\\$&')}\``
}
