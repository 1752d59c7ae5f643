import { useMemo } from 'react'
import classes from './chart.module.css'
import { markdown } from './markdown.ts'

/** Markdown written by a dashboard's author. */
export function TextView({ text }: { text: string }) {
  const content = useMemo(() => markdown(text), [text])
  return <div className={classes.text}>{content}</div>
}
