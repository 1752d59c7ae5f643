import { lazy, Suspense, useMemo } from 'react'
import type { Mistake } from '../../code/CodeEditor.tsx'
import { placeIn } from '../../code/spot.ts'
import { say } from '../../lang/say.ts'
import type { Field } from '../field.ts'
import { read, text, write } from '../query.ts'
import { useWords } from '../useWords.ts'
import { useForm } from './FormContext.ts'

const CodeEditor = lazy(async () => ({ default: (await import('../../code/CodeEditor.tsx')).CodeEditor }))

/** A question written as text, with the place of what is wrong in it. */
export function CodeField({ field }: { readonly field: Extract<Field, { as: 'code' }> }) {
  const { project, query, trouble, onChange } = useForm()
  const complete = useWords(project, field.language)
  const message =
    trouble === null || (trouble.field !== null && trouble.field.at !== field.at) ? null : trouble.message
  const mistake = useMemo(() => mistakeOf(message), [message])
  return (
    <Suspense fallback={<p role="status">{say('Loading…')}</p>}>
      <CodeEditor
        label={field.label}
        language={field.language}
        value={text(read(query, field.at))}
        mistake={mistake}
        complete={complete}
        onChange={(next) => onChange(write(query, field.at, next))}
      />
    </Suspense>
  )
}

function mistakeOf(message: string | null): Mistake | null {
  const place = message === null ? null : placeIn(message)
  return place === null || message === null ? null : { ...place, message }
}
