import { Alert } from '@mantine/core'
import { sentenceOf } from '../api/errors.ts'
import { Icon } from '../ui/Icon.tsx'
import classes from './profile.module.css'

/** What the server said against it; nothing while there is nothing. */
export function Trouble({ error }: { error: Error | null }) {
  if (error === null) return null
  return (
    <Alert color="red" variant="light" icon={<Icon name="warning" />} p="xs" className={classes.wide ?? ''}>
      {sentenceOf(error)}
    </Alert>
  )
}
