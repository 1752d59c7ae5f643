import { lazy, Suspense, useMemo, useState } from 'react'
import type { Mistake } from '../code/CodeEditor.tsx'
import { placeOfJson } from '../code/json.ts'
import { placeIn, type Query, text } from './model.ts'
import type { QuestionFormProps } from './QuestionForm.tsx'
import classes from './question.module.css'
import { useWords } from './useWords.ts'

const CodeEditor = lazy(async () => ({ default: (await import('../code/CodeEditor.tsx')).CodeEditor }))

/** A question written as text, with the place of what is wrong in it. */
export function TextQuestion({
  project,
  query,
  error,
  language,
  onChange,
}: QuestionFormProps & { readonly language: 'sql' | 'otql' }) {
  const complete = useWords(project, language)
  const mistake = useMemo(() => mistakeOf(error), [error])
  return (
    <Suspense fallback={<p role="status">Loading…</p>}>
      <CodeEditor
        label={language === 'sql' ? 'SQL' : 'OTQL'}
        language={language}
        value={text(query.query)}
        mistake={mistake}
        complete={complete}
        onChange={(next) => onChange({ ...query, query: next })}
      />
    </Suspense>
  )
}

/** A question as the server takes it: for what has no form. */
export function JsonQuestion({ query, error, onChange }: Omit<QuestionFormProps, 'project' | 'dated'>) {
  const [typed, setTyped] = useState(() => JSON.stringify(query, null, 2))
  const [broken, setBroken] = useState<Mistake | null>(null)
  const change = (next: string) => {
    setTyped(next)
    const read = placeOfJson(next)
    setBroken(read.mistake)
    if (read.mistake === null) onChange(read.value as Query)
  }
  return (
    <>
      <Suspense fallback={<p role="status">Loading…</p>}>
        <CodeEditor
          label="Question as JSON"
          language="json"
          value={typed}
          mistake={broken}
          onChange={change}
        />
      </Suspense>
      {broken !== null && (
        <p role="alert" className={classes.error}>
          Line {broken.line}, column {broken.column}: {broken.message}
        </p>
      )}
      {broken === null && error !== null && <p className={classes.error}>{error}</p>}
    </>
  )
}

function mistakeOf(error: string | null): Mistake | null {
  const place = error === null ? null : placeIn(error)
  return place === null || error === null ? null : { ...place, message: error }
}
