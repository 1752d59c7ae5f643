import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Address } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import { changeLink, type Link, linksQuery, makeLink, revokeLink } from '../api/links.ts'
import { say } from '../lang/say.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Message } from '../ui/Message.tsx'
import { EmbedView } from './EmbedView.tsx'
import { LinkFormView } from './LinkFormView.tsx'
import { LinkItem, nameOf } from './LinkItem.tsx'
import classes from './link.module.css'

interface LinksDialogProps {
  readonly address: Address
  /** What the dashboard is called. */
  readonly name: string
  readonly zone: string
  readonly onClose: () => void
}

/** What the dialog shows. */
type View = { readonly kind: 'list' | 'new' } | { readonly kind: 'change' | 'embed'; readonly link: Link }

/** The public links of a dashboard: made, changed, embedded, revoked. */
export function LinksDialog({ address, name, zone, onClose }: LinksDialogProps) {
  const client = useQueryClient()
  const query = linksQuery(address)
  const links = useQuery(query)
  const [view, setView] = useState<View>({ kind: 'list' })
  const [revoking, setRevoking] = useState<Link | null>(null)
  // What is typed into a form; leaving it asks first.
  const [typed, setTyped] = useState(false)
  const list = () => {
    setTyped(false)
    setView({ kind: 'list' })
  }
  const done = async () => {
    await client.invalidateQueries({ queryKey: query.queryKey })
    list()
  }
  return (
    <Dialog title={titleOf(view, name)} onClose={onClose} unsaved={typed} wide={view.kind === 'embed'}>
      {view.kind === 'list' && (
        <>
          {links.isPending && <p role="status">{say('Loading…')}</p>}
          {links.isError && <Message title={sentenceOf(links.error)} alert />}
          {links.isSuccess && (
            <LinkList
              links={links.data.results}
              zone={zone}
              onView={setView}
              onRevoke={(link) => setRevoking(link)}
            />
          )}
        </>
      )}
      {view.kind === 'new' && (
        <LinkFormView
          onSave={async (wish) => {
            await makeLink(address, wish)
            await done()
          }}
          onTyped={() => setTyped(true)}
          onCancel={list}
        />
      )}
      {view.kind === 'change' && (
        <LinkFormView
          link={view.link}
          onSave={async (wish) => {
            await changeLink(address, view.link.id, wish)
            await done()
          }}
          onTyped={() => setTyped(true)}
          onCancel={list}
        />
      )}
      {view.kind === 'embed' && (
        <>
          <EmbedView token={view.link.token} title={name} />
          <div className={classes.buttons}>
            <Button variant="default" onClick={list}>
              {say('Back to the links')}
            </Button>
          </div>
        </>
      )}
      {revoking !== null && (
        <Confirm
          title={say('Revoke “{name}”?', { name: nameOf(revoking) })}
          action={say('Revoke the link')}
          onConfirm={async () => {
            await revokeLink(address, revoking.id)
            await done()
          }}
          onClose={() => setRevoking(null)}
        >
          {say(
            'Whoever has it, and every page it is embedded in, sees that it was closed. It cannot be brought back.',
          )}
        </Confirm>
      )}
    </Dialog>
  )
}

function titleOf(view: View, name: string): string {
  switch (view.kind) {
    case 'list':
      return say('Share “{name}”', { name })
    case 'new':
      return say('New link')
    case 'change':
      return say('Change “{name}”', { name: nameOf(view.link) })
    case 'embed':
      return say('Embed “{name}”', { name: nameOf(view.link) })
  }
}

interface LinkListProps {
  readonly links: readonly Link[]
  readonly zone: string
  readonly onView: (view: View) => void
  readonly onRevoke: (link: Link) => void
}

function LinkList({ links, zone, onView, onRevoke }: LinkListProps) {
  return (
    <>
      <p className={classes.lead}>
        {say('Whoever has a link sees the dashboard without an account, and nothing else of the project.')}
      </p>
      {links.length > 0 && (
        <ul className={classes.list} aria-label={say('Public links')}>
          {links.map((link) => (
            <LinkItem
              key={link.id}
              link={link}
              zone={zone}
              onEdit={() => onView({ kind: 'change', link })}
              onEmbed={() => onView({ kind: 'embed', link })}
              onRevoke={() => onRevoke(link)}
            />
          ))}
        </ul>
      )}
      <Button leftSection={<Icon name="plus" />} onClick={() => onView({ kind: 'new' })}>
        {say('New link')}
      </Button>
    </>
  )
}
