import { Link } from '@tanstack/react-router'
import { page } from '../lib/paths.ts'
import { Message } from '../ui/Message.tsx'
import classes from './screen.module.css'

export function NotFoundScreen() {
  return (
    <main className={classes.alone}>
      <title>Not found · Facet</title>
      <Message title="There is nothing at this address">
        <Link to={page.dashboards}>To the dashboards</Link>
      </Message>
    </main>
  )
}
