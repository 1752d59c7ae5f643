import { Alert } from '@mantine/core'
import { say } from '../lang/say.ts'
import { Icon } from '../ui/Icon.tsx'
import type { ConsentSearch, Ending } from './consent.ts'
import { platformName } from './platforms.ts'

interface NoticeProps {
  readonly search: ConsentSearch
  readonly onClose: () => void
}

/** What came of going to a network; nothing when nobody went. */
export function ConsentNotice({ search: { consent, platform }, onClose }: NoticeProps) {
  if (consent === undefined || platform === undefined) return null
  const good = consent === 'connected'
  return (
    <Alert
      role={good ? 'status' : 'alert'}
      color={good ? 'green' : 'red'}
      variant="light"
      icon={<Icon name={good ? 'check' : 'warning'} />}
      p="xs"
      withCloseButton
      closeButtonLabel={say('Close')}
      onClose={onClose}
    >
      {sentenceFor(consent, platformName(platform))}
    </Alert>
  )
}

function sentenceFor(ending: Ending, network: string): string {
  switch (ending) {
    case 'connected':
      return say('{network} is connected.', { network })
    case 'denied':
      return say('{network} is not connected: leave was not given.', { network })
    case 'refused':
      return say('{network} gave no token. The server’s log says why; try again.', { network })
    case 'late':
      return say('The answer of {network} came too late. Start anew.', { network })
  }
}
