import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Session } from '../api/session.ts'
import { page } from '../lib/paths.ts'
import { ColorSchemeToggle } from './ColorSchemeToggle.tsx'
import { Dropdown } from './Dropdown.tsx'
import { Icon } from './Icon.tsx'
import { Logo } from './Logo.tsx'
import classes from './Shell.module.css'

interface ShellProps {
  readonly session: Session
  readonly onLogout: () => void
  readonly children: ReactNode
}

/** The frame around every page of a logged-in user. */
export function Shell({ session, onLogout, children }: ShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className={classes.header}>
        <Link to={page.dashboards} className={classes.brand}>
          <Logo size={22} />
          Facet
        </Link>
        <nav aria-label="Main" className={classes.nav}>
          <Link to={page.dashboards} className={classes.link}>
            Dashboards
          </Link>
          {session.projects[0] !== undefined && (
            <Link
              to={page.profiles}
              params={{ project: String(session.projects[0].id) }}
              className={classes.link}
            >
              Profiles
            </Link>
          )}
        </nav>
        <ColorSchemeToggle />
        <UserMenu session={session} onLogout={onLogout} />
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function UserMenu({ session, onLogout }: Omit<ShellProps, 'children'>) {
  const initial = (
    <span className={classes.initial} aria-hidden="true">
      {session.user.name.charAt(0).toUpperCase()}
    </span>
  )
  return (
    <Dropdown
      label={`Account of ${session.user.name}`}
      button={initial}
      buttonProps={{
        variant: 'subtle',
        color: 'gray',
        size: 'compact-md',
        rightSection: <Icon name="chevron" />,
      }}
      align="end"
    >
      {() => (
        <div className={classes.account}>
          <p className={classes.user}>{session.user.name}</p>
          <p className="muted">{session.user.email}</p>
          <p className="muted">
            {session.organisation.name} · {session.role}
          </p>
          <Button fullWidth size="xs" variant="default" mt="sm" onClick={onLogout}>
            Log out
          </Button>
        </div>
      )}
    </Dropdown>
  )
}
