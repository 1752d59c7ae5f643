import { Alert } from '@mantine/core'
import type { ReactNode, SubmitEvent } from 'react'
import { sentenceOf } from '../api/errors.ts'
import { Icon } from '../ui/Icon.tsx'
import { Logo } from '../ui/Logo.tsx'
import classes from './Entrance.module.css'

interface EntranceProps {
  readonly title: string
  readonly hint?: string
  readonly error: Error | null
  /** False on pages that must not name Facet. */
  readonly brand?: boolean
  readonly onSubmit: (form: FormData) => void
  readonly children: ReactNode
}

/** The form before the door: login and first start look alike. */
export function Entrance({ title, hint, error, brand = true, onSubmit, children }: EntranceProps) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <main className={classes.page}>
      <title>{brand ? `${title} · Facet` : title}</title>
      {brand && (
        <div className={classes.brand}>
          <Logo size={34} />
          Facet
        </div>
      )}
      <form className={classes.form} onSubmit={submit}>
        <h1 className={classes.title}>{title}</h1>
        {hint !== undefined && <p className="muted">{hint}</p>}
        {error !== null && (
          <Alert color="red" variant="light" icon={<Icon name="warning" />} p="xs">
            {sentenceOf(error)}
          </Alert>
        )}
        {children}
      </form>
    </main>
  )
}

/** A field's text; absent fields are empty. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
