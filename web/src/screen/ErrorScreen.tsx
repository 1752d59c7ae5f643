import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { useLanguage } from '../lang/useLanguage.ts'
import { Message } from '../ui/Message.tsx'
import classes from './screen.module.css'

export function ErrorScreen({ error }: ErrorComponentProps) {
  useLanguage()
  const router = useRouter()
  return (
    <main className={classes.alone}>
      <title>{`${say('Error')} · Facet`}</title>
      <Message title={say('This page could not be shown')} alert>
        <p>{sentenceOf(error)}</p>
        <Button size="xs" variant="default" onClick={() => void router.invalidate()}>
          {say('Try again')}
        </Button>
      </Message>
    </main>
  )
}
