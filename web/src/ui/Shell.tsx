import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Role, Session } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { ColorSchemeToggle } from './ColorSchemeToggle.tsx'
import { Dropdown } from './Dropdown.tsx'
import { Icon } from './Icon.tsx'
import { Logo } from './Logo.tsx'
import classes from './Shell.module.css'

const LanguageSwitch = lazy(async () => ({ default: (await import('./LanguageSwitch.tsx')).LanguageSwitch }))

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
        {say('Skip to the content')}
      </a>
      <header className={classes.header}>
        <Link to={page.dashboards} className={classes.brand}>
          <Logo size={22} />
          <span className={classes.name}>Facet</span>
        </Link>
        <nav aria-label={say('Main')} className={classes.nav}>
          <Link to={page.dashboards} className={classes.link}>
            {say('Dashboards')}
          </Link>
          <PlaceLinks session={session} />
          {session.projects[0] !== undefined && (
            <Link
              to={page.profiles}
              params={{ project: String(session.projects[0].id) }}
              className={classes.link}
            >
              {say('Profiles')}
            </Link>
          )}
          <SettingsLink session={session} />
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

/** Pages on which dashboards stand. */
function PlaceLinks({ session }: { readonly session: Session }) {
  const { project = session.projects[0]?.id } = useParams({ strict: false })
  if (project === undefined) return null
  const params = { project: String(project) }
  return (
    <>
      <Link to={page.placedHome} params={params} className={classes.link}>
        {say('Home')}
      </Link>
      <Link to={page.segments} params={params} className={classes.link}>
        {say('Segments')}
      </Link>
    </>
  )
}

function SettingsLink({ session }: { readonly session: Session }) {
  const { project = session.projects[0]?.id } = useParams({ strict: false })
  if (session.role === 'viewer' || project === undefined) return null
  return (
    <Link to={page.settings} params={{ project: String(project) }} className={classes.link}>
      {say('Settings')}
    </Link>
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
      label={say('Account of {name}', { name: session.user.name })}
      button={initial}
      buttonProps={{
        variant: 'subtle',
        color: 'gray',
        size: 'compact-md',
        rightSection: <Icon name="chevron" />,
      }}
      align="end"
    >
      {(close) => (
        <div className={classes.account}>
          <p className={classes.user}>{session.user.name}</p>
          <p className="muted">{session.user.email}</p>
          <p className="muted">
            {session.organisation.name} · {roleName(session.role)}
          </p>
          <Suspense>
            <LanguageSwitch />
          </Suspense>
          <Link to={page.account} className={classes.own} onClick={close}>
            {say('Your account')}
          </Link>
          <Button fullWidth size="xs" variant="default" mt="sm" onClick={onLogout}>
            {say('Log out')}
          </Button>
        </div>
      )}
    </Dropdown>
  )
}

function roleName(role: Role): string {
  switch (role) {
    case 'owner':
      return say('owner')
    case 'admin':
      return say('admin')
    case 'editor':
      return say('editor')
    case 'viewer':
      return say('viewer')
  }
}
