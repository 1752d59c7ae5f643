import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { useLanguage } from '../lang/useLanguage.ts'
import { BareFrame } from '../ui/BareFrame.tsx'
import { Message } from '../ui/Message.tsx'

export function ErrorScreen({ error }: ErrorComponentProps) {
  useLanguage()
  const router = useRouter()
  return (
    <BareFrame>
      <title>{`${say('Error')} · Facet`}</title>
      <Message title={say('This page could not be shown')} alert>
        <p>{sentenceOf(error)}</p>
        <Button size="xs" variant="default" onClick={() => void router.invalidate()}>
          {say('Try again')}
        </Button>
      </Message>
    </BareFrame>
  )
}
