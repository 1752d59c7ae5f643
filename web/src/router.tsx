import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { assignedQuery } from './api/assignments.ts'
import type { AuditSearch } from './api/people.ts'
import { type Session, sessionQuery, setupQuery } from './api/session.ts'
import { firstDashboard } from './dashboard/first.ts'
import { readSearch } from './dashboard/search.ts'
import { inLanguage } from './lang/useLanguage.ts'
import { keepFor } from './lib/kept.ts'
import { page } from './lib/paths.ts'
import { insidePath, parseSearch, stringifySearch } from './lib/search.ts'
import { manages } from './people/roles.ts'
import { readPlaceSearch } from './place/search.ts'
import { readConsent } from './profile/consent.ts'
import { ErrorScreen } from './screen/ErrorScreen.tsx'
import { InsideScreen } from './screen/InsideScreen.tsx'
import { NotFoundScreen } from './screen/NotFoundScreen.tsx'

interface Context {
  readonly client: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  errorComponent: ErrorScreen,
  notFoundComponent: NotFoundScreen,
})

const home = createRoute({
  getParentRoute: () => root,
  path: page.home,
  beforeLoad: async ({ context: { client } }) => {
    const session = await client.ensureQueryData(sessionQuery)
    if (session === null) throw redirect({ to: page.login })
    throw redirect(await landing(client, session))
  },
})

const login = createRoute({
  getParentRoute: () => root,
  path: page.login,
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = insidePath(text(search.to))
    return to === undefined ? {} : { to }
  },
  beforeLoad: async ({ context: { client } }) => {
    if (await client.ensureQueryData(sessionQuery)) throw redirect({ to: page.home })
    if ((await client.ensureQueryData(setupQuery)).needed) throw redirect({ to: page.setup })
  },
  component: inLanguage(lazyRouteComponent(() => import('./screen/LoginScreen.tsx'), 'LoginScreen')),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: page.setup,
  beforeLoad: async ({ context: { client } }) => {
    if (!(await client.ensureQueryData(setupQuery)).needed) throw redirect({ to: page.dashboards })
  },
  component: inLanguage(lazyRouteComponent(() => import('./screen/SetupScreen.tsx'), 'SetupScreen')),
})

/** Every page that needs a session; the others send here by failing to find one. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context: { client }, location }): Promise<{ session: Session }> => {
    const session = await client.ensureQueryData(sessionQuery)
    if (session === null) throw redirect({ to: page.login, search: { to: location.href } })
    keepFor(session.user.id)
    return { session }
  },
  component: inLanguage(InsideScreen),
})

interface ListSearch {
  readonly project?: string
  readonly q?: string
  readonly tag?: string
  readonly trash?: 'true'
  readonly archived?: 'true'
}

const dashboards = createRoute({
  getParentRoute: () => inside,
  path: page.dashboards,
  validateSearch: (search: Record<string, unknown>): ListSearch => {
    const project = text(search.project)
    const q = text(search.q)
    const tag = text(search.tag)
    return {
      ...(project === undefined ? {} : { project }),
      ...(q === undefined ? {} : { q }),
      ...(tag === undefined ? {} : { tag }),
      ...(search.trash === 'true' ? { trash: 'true' as const } : {}),
      ...(search.archived === 'true' ? { archived: 'true' as const } : {}),
    }
  },
  component: inLanguage(
    lazyRouteComponent(() => import('./screen/DashboardsScreen.tsx'), 'DashboardsScreen'),
  ),
})

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: page.dashboard,
  validateSearch: readSearch,
  component: inLanguage(lazyRouteComponent(() => import('./screen/DashboardScreen.tsx'), 'DashboardScreen')),
})

const place = () => import('./screen/PlaceScreen.tsx')

const placedHome = createRoute({
  getParentRoute: () => inside,
  path: page.placedHome,
  validateSearch: readPlaceSearch,
  component: inLanguage(lazyRouteComponent(place, 'HomeScreen')),
})

const segments = createRoute({
  getParentRoute: () => inside,
  path: page.segments,
  component: inLanguage(lazyRouteComponent(place, 'SegmentsScreen')),
})

const segment = createRoute({
  getParentRoute: () => inside,
  path: page.segment,
  validateSearch: readPlaceSearch,
  component: inLanguage(lazyRouteComponent(place, 'SegmentScreen')),
})

const builder = createRoute({
  getParentRoute: () => inside,
  path: page.builder,
  validateSearch: readPlaceSearch,
  component: inLanguage(lazyRouteComponent(place, 'BuilderScreen')),
})

const places = [placedHome, segments, segment, builder] as const

const profiles = createRoute({
  getParentRoute: () => inside,
  path: page.profiles,
  component: inLanguage(lazyRouteComponent(() => import('./screen/ProfilesScreen.tsx'), 'ProfilesScreen')),
})

const profile = createRoute({
  getParentRoute: () => inside,
  path: page.profile,
  validateSearch: readConsent,
  component: inLanguage(lazyRouteComponent(() => import('./screen/ProfileScreen.tsx'), 'ProfileScreen')),
})

const settings = createRoute({
  getParentRoute: () => inside,
  path: page.settings,
  component: inLanguage(lazyRouteComponent(() => import('./screen/SettingsScreen.tsx'), 'SettingsScreen')),
})

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: ({ params, context: { session } }) => {
    throw redirect({ to: manages(session.role) ? page.people : page.keys, params })
  },
})

const imports = createRoute({
  getParentRoute: () => settings,
  path: 'import',
  validateSearch: (search: Record<string, unknown>): { dataset?: string } => {
    const dataset = text(search.dataset)
    return dataset === undefined ? {} : { dataset }
  },
  component: inLanguage(lazyRouteComponent(() => import('./screen/ImportScreen.tsx'), 'ImportScreen')),
})

const definitions = createRoute({
  getParentRoute: () => settings,
  path: 'definitions',
  component: inLanguage(
    lazyRouteComponent(() => import('./screen/DefinitionsScreen.tsx'), 'DefinitionsScreen'),
  ),
})

const people = createRoute({
  getParentRoute: () => settings,
  path: 'people',
  component: inLanguage(lazyRouteComponent(() => import('./screen/PeopleScreen.tsx'), 'PeopleScreen')),
})

const keys = createRoute({
  getParentRoute: () => settings,
  path: 'keys',
  component: inLanguage(lazyRouteComponent(() => import('./screen/KeysScreen.tsx'), 'KeysScreen')),
})

const projectSetup = createRoute({
  getParentRoute: () => settings,
  path: 'project',
  component: inLanguage(lazyRouteComponent(() => import('./screen/ProjectScreen.tsx'), 'ProjectScreen')),
})

const data = createRoute({
  getParentRoute: () => settings,
  path: 'data',
  component: inLanguage(lazyRouteComponent(() => import('./screen/DataScreen.tsx'), 'DataScreen')),
})

const audit = createRoute({
  getParentRoute: () => settings,
  path: 'audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch => {
    const { user, deed, from, to } = search
    const given = Object.entries({ user, deed, from, to }).map(([name, value]) => [name, text(value)])
    return Object.fromEntries(given.filter(([, value]) => value !== undefined))
  },
  component: inLanguage(lazyRouteComponent(() => import('./screen/AuditScreen.tsx'), 'AuditScreen')),
})

const account = createRoute({
  getParentRoute: () => inside,
  path: page.account,
  component: inLanguage(lazyRouteComponent(() => import('./screen/AccountScreen.tsx'), 'AccountScreen')),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: page.welcome,
  component: inLanguage(lazyRouteComponent(() => import('./screen/WelcomeScreen.tsx'), 'WelcomeScreen')),
})

const share = () => import('./screen/SharedScreen.tsx')

const shared = createRoute({
  getParentRoute: () => root,
  path: page.shared,
  validateSearch: readSearch,
  component: inLanguage(lazyRouteComponent(share, 'SharedScreen')),
})

const sharedDashboard = createRoute({
  getParentRoute: () => root,
  path: page.sharedDashboard,
  validateSearch: readSearch,
  component: inLanguage(lazyRouteComponent(share, 'SharedScreen')),
})

const embedded = createRoute({
  getParentRoute: () => root,
  path: page.embedded,
  validateSearch: readSearch,
  component: inLanguage(lazyRouteComponent(share, 'EmbeddedScreen')),
})

const shares = [shared, sharedDashboard, embedded] as const

const tree = root.addChildren([
  home,
  login,
  setup,
  welcome,
  ...shares,
  inside.addChildren([
    dashboards,
    dashboard,
    ...places,
    profiles,
    profile,
    account,
    settings.addChildren([settingsHome, people, keys, projectSetup, data, imports, definitions, audit]),
  ]),
])

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}

/** Where somebody arrives who named no page: at the own default dashboard, else at the list. */
async function landing(client: QueryClient, { projects, user }: Session) {
  const first = await firstDashboard(projects, (project) =>
    client.fetchQuery(assignedQuery(project, user.id)),
  )
  if (first === undefined) return { to: page.dashboards } as const
  const params = { project: String(first.project), id: String(first.dashboard) }
  return { to: page.dashboard, params } as const
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
