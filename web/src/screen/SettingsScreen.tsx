import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import type { Role } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { manages } from '../people/roles.ts'
import classes from '../settings/settings.module.css'
import { Message } from '../ui/Message.tsx'
import { ProjectSwitch } from '../ui/ProjectSwitch.tsx'
import screen from './screen.module.css'

const route = getRouteApi('/inside/p/$project/settings')

function tabs(role: Role) {
  const all = [
    { to: page.people, name: say('People'), managed: true },
    { to: page.keys, name: say('Keys'), managed: false },
    { to: page.project, name: say('Project'), managed: false },
    { to: page.data, name: say('Data'), managed: false },
    { to: page.imports, name: say('Import'), managed: false },
    { to: page.definitions, name: say('Actions and cohorts'), managed: false },
    { to: page.audit, name: say('Audit'), managed: true },
    { to: page.profiles, name: say('Profiles'), managed: false },
  ] as const
  return all.filter(({ managed }) => !managed || manages(role))
}

/** The frame around everything that is set up rather than looked at. */
export function SettingsScreen() {
  const { session } = route.useRouteContext()
  const params = route.useParams()
  const navigate = route.useNavigate()
  const project = session.projects.find(({ id }) => String(id) === params.project)
  if (project === undefined) return <Message title={say('There is no such project')} alert />
  if (session.role === 'viewer') {
    return (
      <Message title={say('Settings are for those who may edit')} alert>
        <p>
          {say('Ask an owner or an admin of {name} for the role of an editor.', {
            name: session.organisation.name,
          })}
        </p>
      </Message>
    )
  }
  return (
    <>
      <div className={screen.heading}>
        <h1 className={screen.title}>{say('Settings')}</h1>
        <span className={screen.spacer} />
        <ProjectSwitch
          projects={session.projects}
          current={project}
          onChange={(id) => void navigate({ to: '.', params: { project: id } })}
        />
      </div>
      <nav className={classes.tabs} aria-label={say('Settings')}>
        {tabs(session.role).map(({ to, name }) => (
          <Link key={to} to={to} params={{ project: params.project }} className={classes.tab}>
            {name}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  )
}
