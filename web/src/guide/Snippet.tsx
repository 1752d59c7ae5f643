import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { say } from '../lang/say.ts'
import classes from './guide.module.css'

/** A text to be taken elsewhere. */
export function Snippet({ title, text }: { title: string; text: string }) {
  const clipboard = useClipboard({ timeout: 2000 })
  return (
    <div className={classes.snippet}>
      <div className={classes.snippetHead}>
        <span className={classes.snippetTitle}>{title}</span>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={say(clipboard.copied ? 'Copied: {what}' : 'Copy: {what}', { what: title })}
          onClick={() => clipboard.copy(text)}
        >
          {say(clipboard.copied ? 'Copied' : 'Copy')}
        </Button>
      </div>
      <pre className={classes.code}>{text}</pre>
      {clipboard.error !== null && (
        <p role="alert">{say('The browser does not let the page copy. Select the text and copy it.')}</p>
      )}
    </div>
  )
}
