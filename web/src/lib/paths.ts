/**
 * Every path the page knows, in one place: `page` holds the patterns of the router's own routes,
 * `api` builds the addresses of the server's `/facet/v1`.
 */
export const page = {
  home: '/',
  login: '/login',
  setup: '/setup',
  dashboards: '/dashboards',
  dashboard: '/p/$project/dashboards/$id',
  placedHome: '/p/$project/home',
  segments: '/p/$project/segments',
  segment: '/p/$project/segments/$id',
  builder: '/p/$project/builders/$id',
  profiles: '/p/$project/profiles',
  profile: '/p/$project/profiles/$username',
  settings: '/p/$project/settings',
  imports: '/p/$project/settings/import',
  definitions: '/p/$project/settings/definitions',
  people: '/p/$project/settings/people',
  keys: '/p/$project/settings/keys',
  project: '/p/$project/settings/project',
  data: '/p/$project/settings/data',
  audit: '/p/$project/settings/audit',
  account: '/account',
  welcome: '/welcome',
  shared: '/shared/$token',
  sharedDashboard: '/shared_dashboard/$token',
  embedded: '/embedded/$token',
} as const

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>

const root = '/facet/v1'

export const api = {
  session: () => `${root}/session`,
  setup: () => `${root}/setup`,
  login: () => `${root}/login`,
  logout: () => `${root}/logout`,
  projects: () => `${root}/projects`,
  dashboards: (project: number, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/dashboards`, parameters),
  dashboard: (project: number, id: number) => `${root}/projects/${project}/dashboards/${id}`,
  dashboardData: (project: number, id: number, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/dashboards/${id}/data`, parameters),
  live: (project: number) => `${root}/projects/${project}/live`,
  behind: (project: number, id: number, chart: number | string, parameters: Parameters) =>
    withQuery(`${root}/projects/${project}/dashboards/${id}/charts/${chart}/behind`, parameters),
  assigned: (project: number, user: number) => `${root}/projects/${project}/users/${user}/dashboards`,
  assignment: (project: number, user: number, id: number) =>
    `${root}/projects/${project}/users/${user}/dashboards/${id}`,
  revisions: (project: number, id: number) =>
    `${root}/projects/${project}/dashboards/${id}/revisions?limit=1000`,
  revision: (project: number, id: number, revision: number) =>
    `${root}/projects/${project}/dashboards/${id}/revisions/${revision}`,
  templates: (project: number) => `${root}/projects/${project}/templates`,
  query: (project: number, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/query`, parameters),
  words: (project: number, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/words`, parameters),
  definitions: (project: number, kind: 'actions' | 'cohorts', parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/${kind}`, parameters),
  definition: (project: number, kind: 'actions' | 'cohorts', id: number) =>
    `${root}/projects/${project}/${kind}/${id}`,
  filterValues: (project: number, id: number, name: string) =>
    `${root}/projects/${project}/dashboards/${id}/filters/${encodeURIComponent(name)}/values`,
  profiles: (project: number, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/profiles`, parameters),
  profile: (project: number, username: string) =>
    `${root}/projects/${project}/profiles/${encodeURIComponent(username)}`,
  profileAccount: (project: number, username: string, platform: string) =>
    `${root}/projects/${project}/profiles/${encodeURIComponent(username)}/accounts/${platform}`,
  profileRuns: (project: number, username: string, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/profiles/${encodeURIComponent(username)}/runs`, parameters),
  datasets: (project: number) => `${root}/projects/${project}/datasets`,
  import: (project: number, dataset: string, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/datasets/${dataset}/import`, parameters),
  importPreview: (project: number, dataset: string, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/datasets/${dataset}/import/preview`, parameters),
  user: (id: number) => `${root}/users/${id}`,
  invitation: () => `${root}/invitation`,
  keys: (parameters: Parameters = {}) => withQuery(`${root}/keys`, parameters),
  sessions: () => `${root}/sessions`,
  password: () => `${root}/password`,
  audit: (parameters: Parameters = {}) => withQuery(`${root}/audit`, parameters),
  project: (project: number) => `${root}/projects/${project}`,
  inventory: (project: number) => `${root}/projects/${project}/inventory`,
  currency: (project: number) => `${root}/projects/${project}/currency`,
  imports: (project: number, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/imports`, parameters),
  dashboardFile: (project: number, id: number, format: string, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/dashboards/${id}/export/${format}`, parameters),
  chartFile: (
    project: number,
    id: number,
    chart: number | string,
    format: string,
    parameters: Parameters = {},
  ) => withQuery(`${root}/projects/${project}/dashboards/${id}/charts/${chart}/export/${format}`, parameters),
  about: (project: number, id: number) => `${root}/projects/${project}/dashboards/${id}/settings`,
  users: () => `${root}/users`,
  tags: (project: number) => `${root}/projects/${project}/tags`,
  segments: (project: number) => `${root}/projects/${project}/segments`,
  placed: (project: number, scope: string, parameters: Parameters = {}) =>
    withQuery(`${root}/projects/${project}/places/${scope}`, parameters),
  links: (project: number, id: number) => `${root}/projects/${project}/dashboards/${id}/links`,
  link: (project: number, id: number, link: number) =>
    `${root}/projects/${project}/dashboards/${id}/links/${link}`,
  share: (token: string) => `${root}/shares/${encodeURIComponent(token)}`,
  shareData: (token: string, parameters: Parameters = {}) =>
    withQuery(`${root}/shares/${encodeURIComponent(token)}/data`, parameters),
  shareFilterValues: (token: string, name: string) =>
    `${root}/shares/${encodeURIComponent(token)}/filters/${encodeURIComponent(name)}/values`,
  shareFile: (token: string, format: string, parameters: Parameters = {}) =>
    withQuery(`${root}/shares/${encodeURIComponent(token)}/export/${format}`, parameters),
  shareChartFile: (token: string, chart: number | string, format: string, parameters: Parameters = {}) =>
    withQuery(`${root}/shares/${encodeURIComponent(token)}/charts/${chart}/export/${format}`, parameters),
  unlock: (token: string) => `/shared/${encodeURIComponent(token)}`,
}

/** Appends the parameters that are present; an empty text counts as absent. */
function withQuery(path: string, parameters: Parameters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
