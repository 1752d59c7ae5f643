import { autocompletion, type CompletionSource } from '@codemirror/autocomplete'
import { json } from '@codemirror/lang-json'
import { sql } from '@codemirror/lang-sql'
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { basicSetup } from 'codemirror'
import { useEffect, useRef } from 'react'
import { never } from '../lib/never.ts'
import classes from './CodeEditor.module.css'
import { offsetOf, type Spot } from './spot.ts'

export interface Mistake extends Spot {
  readonly message: string
}

export interface CodeEditorProps {
  readonly label: string
  readonly language: 'sql' | 'otql' | 'json'
  readonly value: string
  readonly mistake: Mistake | null
  readonly complete?: CompletionSource
  readonly onChange: (value: string) => void
}

/** A text with highlighting, completion and the place of its mistake. Tab leaves it, as it leaves any field. */
export function CodeEditor({ label, language, value, mistake, complete, onChange }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const change = useRef(onChange)
  change.current = onChange
  const words = useRef(complete)
  words.current = complete
  // The editor is no React component: it is made once for a language, and told what changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value at the start only; completion by its ref
  useEffect(() => {
    if (host.current === null) return
    const made = new EditorView({
      parent: host.current,
      doc: value,
      extensions: [
        basicSetup,
        languages(language),
        syntaxHighlighting(colors),
        lintGutter(),
        autocompletion({
          icons: false,
          ...(complete === undefined ? {} : { override: [(at) => words.current?.(at) ?? null] }),
        }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorState.tabSize.of(2),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) change.current(update.state.doc.toString())
        }),
      ],
    })
    view.current = made
    return () => made.destroy()
  }, [language, label])
  useEffect(() => {
    const made = view.current
    if (made !== null && made.state.doc.toString() !== value) {
      made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: value } })
    }
  }, [value])
  useEffect(() => {
    const made = view.current
    if (made !== null) made.dispatch(setDiagnostics(made.state, diagnostics(made, mistake)))
  }, [mistake])
  return <div ref={host} className={classes.editor} />
}

function diagnostics(view: EditorView, mistake: Mistake | null): Diagnostic[] {
  if (mistake === null) return []
  const text = view.state.doc.toString()
  const from = Math.min(offsetOf(text, mistake), text.length)
  const to = Math.min(from + 1, text.length)
  return [
    { from: from === to ? Math.max(0, from - 1) : from, to, severity: 'error', message: mistake.message },
  ]
}

function languages(language: CodeEditorProps['language']): Extension {
  switch (language) {
    case 'sql':
      return sql()
    case 'json':
      return json()
    case 'otql':
      return StreamLanguage.define({ name: 'otql', token: otqlToken })
    default:
      return never(language)
  }
}

const otqlWords = /^(select|from|where|join|and|or|not|in|is|null|true|false|limit|with|union)\b/i

function otqlToken(stream: { match: (what: RegExp) => unknown; next: () => unknown }): string | null {
  if (stream.match(/^\s+/)) return null
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string'
  if (stream.match(/^@\w+/)) return 'meta'
  if (stream.match(/^\d+(\.\d+)?/)) return 'number'
  if (stream.match(otqlWords)) return 'keyword'
  if (stream.match(/^[\p{L}\p{N}_$]+/u)) return 'variableName'
  stream.next()
  return null
}

const colors = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--facet-code-word)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--facet-code-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--facet-code-number)' },
  { tag: [tags.propertyName, tags.meta], color: 'var(--facet-code-name)' },
  { tag: tags.comment, color: 'var(--facet-muted)', fontStyle: 'italic' },
])
