import { Link } from '@tanstack/react-router'
import { say } from '../lang/say.ts'
import { useLanguage } from '../lang/useLanguage.ts'
import { page } from '../lib/paths.ts'
import { Message } from '../ui/Message.tsx'
import classes from './screen.module.css'

export function NotFoundScreen() {
  useLanguage()
  return (
    <main className={classes.alone}>
      <title>{`${say('Not found')} · Facet`}</title>
      <Message title={say('There is nothing at this address')}>
        <Link to={page.dashboards}>{say('To the dashboards')}</Link>
      </Message>
    </main>
  )
}
