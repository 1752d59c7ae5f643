import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { say } from '../lang/say.ts'
import { CopyField } from './CopyField.tsx'
import { frameAddressOf, frameText } from './embed.ts'
import classes from './link.module.css'

const usual = 600
const least = 120
const most = 4000

/** How a link stands in another page: the text for it, and what it looks like there. */
export function EmbedView({ token, title }: { readonly token: string; readonly title: string }) {
  const [typed, setTyped] = useState(String(usual))
  const height = Math.min(most, Math.max(least, Number.parseInt(typed, 10) || usual))
  const { origin } = window.location
  return (
    <div className={classes.form}>
      <TextInput
        type="number"
        label={say('Height in pixels')}
        min={least}
        max={most}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        className={classes.short ?? ''}
      />
      <CopyField label={say('For your page')} value={frameText(origin, token, title, height)} rows={3} />
      <p className={classes.caption}>{say('What it looks like')}</p>
      <iframe
        className={classes.frame}
        src={frameAddressOf(origin, token)}
        title={say('Preview of {title}', { title })}
        style={{ height }}
      />
    </div>
  )
}
