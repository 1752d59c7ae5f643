import { Alert, Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { say } from '../lang/say.ts'
import classes from './people.module.css'

interface SecretProps {
  readonly label: string
  readonly value: string
  readonly hint: string
  readonly onClose: () => void
}

/** Something that is shown this once, to be copied. */
export function Secret({ label, value, hint, onClose }: SecretProps) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    // Without https browsers have no clipboard: the text is selected, for the keyboard.
    await navigator.clipboard?.writeText(value)
    setCopied(navigator.clipboard !== undefined)
  }
  return (
    <Alert color="green" variant="light" className={classes.secret ?? ''} role="status">
      <p>{hint}</p>
      <div className={classes.secretLine}>
        <TextInput
          ref={field}
          className={classes.secretField ?? ''}
          size="xs"
          label={label}
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="xs" onClick={() => void copy()}>
          {say(copied ? 'Copied' : 'Copy')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {say('Done')}
        </Button>
      </div>
    </Alert>
  )
}
