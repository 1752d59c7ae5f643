import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { page } from '../lib/paths.ts'
import { ColorSchemeToggle } from './ColorSchemeToggle.tsx'
import { Logo } from './Logo.tsx'
import classes from './Shell.module.css'

/** The frame around pages that stand alone, for readers of whom it may not be known who they are. */
export function BareFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={classes.header}>
        <Link to={page.home} className={classes.brand}>
          <Logo size={22} />
          Facet
        </Link>
        <span className={classes.nav} />
        <ColorSchemeToggle />
      </header>
      <main className={classes.alone}>{children}</main>
    </>
  )
}
