import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { sentenceOf } from '../api/errors.ts'
import { Message } from '../ui/Message.tsx'
import classes from './screen.module.css'

export function ErrorScreen({ error }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <main className={classes.alone}>
      <title>Error · Facet</title>
      <Message title="This page could not be shown" alert>
        <p>{sentenceOf(error)}</p>
        <Button size="xs" variant="default" onClick={() => void router.invalidate()}>
          Try again
        </Button>
      </Message>
    </main>
  )
}
