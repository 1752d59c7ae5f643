import type { ReactNode } from 'react'
import classes from './Message.module.css'

interface MessageProps {
  readonly title: string
  readonly children?: ReactNode
  readonly alert?: boolean
}

/** A short text in the middle of an empty place: what is (not) here, and what can be done. */
export function Message({ title, children, alert = false }: MessageProps) {
  return (
    <div className={classes.message} role={alert ? 'alert' : undefined}>
      <p className={classes.title}>{title}</p>
      {children}
    </div>
  )
}
