import { lazy, Suspense, useState } from 'react'
import type { Mistake } from '../code/CodeEditor.tsx'
import { placeOfJson } from '../code/json.ts'
import { spotOfPath } from '../code/places.ts'
import { say } from '../lang/say.ts'
import type { Wrong } from './field/FormView.tsx'
import { isQuery, type Query } from './query.ts'
import classes from './question.module.css'

const CodeEditor = lazy(async () => ({ default: (await import('../code/CodeEditor.tsx')).CodeEditor }))

interface JsonQuestionProps {
  readonly query: Query
  readonly wrong: Wrong | null
  readonly onChange: (query: Query) => void
}

/** A question as the server takes it, with the place of what is wrong in it. */
export function JsonQuestion({ query, wrong, onChange }: JsonQuestionProps) {
  const [typed, setTyped] = useState(() => JSON.stringify(query, null, 2))
  const { mistake: broken } = placeOfJson(typed)
  const change = (next: string) => {
    setTyped(next)
    const { mistake, value } = placeOfJson(next)
    if (mistake === null && isQuery(value)) onChange(value)
  }
  const mistake = broken ?? refused(typed, wrong)
  return (
    <>
      <Suspense fallback={<p role="status">{say('Loading…')}</p>}>
        <CodeEditor
          label={say('Question as JSON')}
          language="json"
          value={typed}
          mistake={mistake}
          onChange={change}
        />
      </Suspense>
      {mistake !== null && (
        <p role="alert" className={classes.error}>
          {say('Line {line}, column {column}: {message}', { ...mistake })}
        </p>
      )}
      {mistake === null && wrong !== null && <p className={classes.error}>{wrong.message}</p>}
    </>
  )
}

function refused(typed: string, wrong: Wrong | null): Mistake | null {
  if (wrong === null || wrong.path === null) return null
  return { ...spotOfPath(typed, wrong.path), message: wrong.message }
}
