import { Badge, Button } from '@mantine/core'
import type { Link } from '../api/links.ts'
import { say } from '../lang/say.ts'
import { instantText } from '../lib/time.ts'
import { CopyField } from './CopyField.tsx'
import { addressOf } from './embed.ts'
import classes from './link.module.css'

interface LinkItemProps {
  readonly link: Link
  readonly zone: string
  readonly onEdit: () => void
  readonly onEmbed: () => void
  readonly onRevoke: () => void
}

/** One link, and what can be done with it. */
export function LinkItem({ link, zone, onEdit, onEmbed, onRevoke }: LinkItemProps) {
  const name = nameOf(link)
  return (
    <li className={classes.item} aria-label={name}>
      <div className={classes.itemHead}>
        <strong className={classes.name}>{name}</strong>
        {link.locked && <Badge variant="light">{say('Password')}</Badge>}
        {link.expired && (
          <Badge color="red" variant="light">
            {say('Over')}
          </Badge>
        )}
      </div>
      <CopyField label={say('Address')} value={addressOf(window.location.origin, link.token)} />
      <p className="muted">{factsOf(link, zone).join(' · ')}</p>
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={onEdit}>
          {say('Change')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onEmbed}>
          {say('Embed')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={onRevoke}>
          {say('Revoke')}
        </Button>
      </div>
    </li>
  )
}

export function nameOf({ label }: Link): string {
  return label === '' ? say('Public link') : label
}

function factsOf(link: Link, zone: string): string[] {
  const at = (time: string) => instantText(time, { zone })
  return [
    link.used_at === null ? say('Never used') : say('Last used {time}', { time: at(link.used_at) }),
    link.expires_at === null
      ? say('Without end')
      : link.expired
        ? say('Worked until {time}', { time: at(link.expires_at) })
        : say('Works until {time}', { time: at(link.expires_at) }),
    link.created_by === null
      ? say('Made {time}', { time: at(link.created_at) })
      : say('Made {time} by {name}', { time: at(link.created_at), name: link.created_by.name }),
  ]
}
