import { Link } from '@tanstack/react-router'
import { say } from '../lang/say.ts'
import { useLanguage } from '../lang/useLanguage.ts'
import { page } from '../lib/paths.ts'
import { BareFrame } from '../ui/BareFrame.tsx'
import { Message } from '../ui/Message.tsx'

export function NotFoundScreen() {
  useLanguage()
  return (
    <BareFrame>
      <title>{`${say('Not found')} · Facet`}</title>
      <Message title={say('There is nothing at this address')}>
        <Link to={page.dashboards}>{say('To the dashboards')}</Link>
      </Message>
    </BareFrame>
  )
}
