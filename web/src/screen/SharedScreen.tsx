import { MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { hasCode, isMissing, sentenceOf } from '../api/errors.ts'
import { type Share, type ShareSettings, shareQuery } from '../api/shares.ts'
import { say } from '../lang/say.ts'
import { lookOf, refreshOf, schemeOf } from '../share/look.ts'
import { PasswordForm } from '../share/PasswordForm.tsx'
import { SharedBoard } from '../share/SharedBoard.tsx'
import { keepTicket, ticketOf } from '../share/ticket.ts'
import { Message } from '../ui/Message.tsx'
import { theme } from '../ui/theme.ts'
import classes from './screen.module.css'

/** What a link shows, as a page of its own. */
export function SharedScreen() {
  return <Linked embedded={false} />
}

/** The same in a frame of another page. */
export function EmbeddedScreen() {
  return <Linked embedded />
}

function Linked({ embedded }: { embedded: boolean }) {
  const { token = '' } = useParams({ strict: false })
  const [ticket, setTicket] = useState(() => ticketOf(token))
  const query = useQuery({
    ...shareQuery(token, ticket),
    refetchInterval: ({ state }) => intervalOf(state.data),
  })
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.data === undefined || isMissing(query.error)) return <Nothing error={query.error} />
  const share = query.data
  const open = (given: string) => {
    keepTicket(token, given)
    setTicket(given)
  }
  return (
    <Themed settings={share.settings}>
      {share.locked ? (
        <PasswordForm token={token} brand={lookOf(null, share.settings).brand} onOpen={open} />
      ) : (
        <SharedBoard share={share} token={token} ticket={ticket} embedded={embedded} />
      )}
    </Themed>
  )
}

function intervalOf(share: Share | undefined): number | false {
  return share === undefined || share.locked ? false : refreshOf(share.dashboard)
}

function Nothing({ error }: { error: Error | null }) {
  return (
    <main className={classes.alone}>
      <title>{say('Nothing here')}</title>
      {isMissing(error) ? (
        <Message title={whyNothing(error)} alert>
          <p>{reasonOf(error)}</p>
        </Message>
      ) : (
        <Message title={sentenceOf(error)} alert />
      )}
    </main>
  )
}

function whyNothing(error: Error | null): string {
  if (hasCode(error, 'share_revoked')) return say('This link was closed')
  if (hasCode(error, 'share_expired')) return say('The time of this link is over')
  return say('This link shows nothing any more')
}

/** The server says when a link ended. */
function reasonOf(error: Error | null): string {
  return hasCode(error, 'share_revoked') || hasCode(error, 'share_expired')
    ? sentenceOf(error)
    : say('It was closed, or what it showed is gone. Ask whoever sent it for another.')
}

/** The author's colours, without touching what the reader chose for their own pages. */
function Themed({ settings, children }: { settings: ShareSettings; children: ReactNode }) {
  const system = useColorScheme('light', { getInitialValueInEffect: false })
  const scheme = schemeOf(settings, system)
  if (scheme === undefined) return children
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme}>
      {children}
    </MantineProvider>
  )
}
