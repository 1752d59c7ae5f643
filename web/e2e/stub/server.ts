import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { filterValues } from './audience.ts'
import { chartsOf, dashboard, login, registrations, session } from './dashboards.ts'
import { type Asked, answerOf } from './rows.ts'

export interface StubOptions {
  readonly port?: number
  /** Begins without any user, as a new server does. */
  readonly empty?: boolean
  /** Answers the data as plain JSON only. */
  readonly withoutStream?: boolean
  /** Breaks the stream off after its first chart. */
  readonly breaksStream?: boolean
  readonly now?: Date
  /** Seconds after which dashboards are looked at again. */
  readonly refresh?: number
}

export interface Stub {
  readonly url: string
  /** Paths with query of the data requests so far. */
  readonly asked: readonly string[]
  readonly close: () => Promise<void>
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** A server with the page's API, in memory: for looking at the page, and for its tests. */
export async function startStub(options: StubOptions = {}): Promise<Stub> {
  const world: World = { options, needsSetup: options.empty ?? false, asked: [] as string[] }
  const server = createServer((request, response) => {
    handle(world, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked: world.asked,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

interface World {
  readonly options: StubOptions
  needsSetup: boolean
  readonly asked: string[]
  /** The dashboard that opens after logging in. */
  first?: number | undefined
}

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stub')
  if (request.method === 'POST' && url.pathname === `/shared/${locked}`) return unlock(request, response)
  if (/^\/api\/projects\/1\/dashboards\/3\/sharing\/$/.test(url.pathname))
    return json(response, 200, { enabled: true, access_token: 'web-shop' })
  if (!url.pathname.startsWith('/facet/v1/')) return file(url.pathname, response)
  const path = url.pathname.slice('/facet/v1'.length)
  if (path === '/setup' || path === '/login' || path === '/logout')
    return entrance(world, path, request, response)
  if (path.startsWith('/shares/')) return shares(world, path, request, response)
  if (!isLoggedIn(request)) return json(response, 401, failure('unauthenticated', 'Log in first.'))
  const begun = beginning(path)
  if (begun !== undefined) return json(response, 200, begun)
  if (/^\/projects\/\d+\/(tags|segments|places\/\w+)$/.test(path))
    return json(response, 200, { results: [], total: 0, next: null })
  if (path.includes('/users/')) return assigned(world, path, request, response)
  return dashboards(world, path, url, request, response)
}

/** Who is logged in; and what an empty project is asked: its key, and whether an event has come. */
function beginning(path: string): unknown {
  const results = session.projects.map((project) => ({ ...project, token: `phc_${project.id}` }))
  if (path === '/session') return session
  if (path === '/projects') return { results }
  return /^\/projects\/\d+\/query$/.test(path) ? { charts: [{ columns: [], rows: [] }] } : undefined
}

/** What the user was given: at most the dashboard that opens first. */
function assigned(world: World, path: string, request: IncomingMessage, response: ServerResponse) {
  const [, project, id] = /^\/projects\/(\d+)\/users\/\d+\/dashboards(?:\/(\d+))?$/.exec(path) ?? []
  if (request.method === 'PUT') world.first = Number(id)
  if (request.method === 'DELETE') world.first = undefined
  if (id !== undefined) return json(response, request.method === 'PUT' ? 200 : 204, null)
  const first = project === '1' ? dashboard(world.first ?? 0) : undefined
  return json(response, 200, { results: first === undefined ? [] : [{ ...first, is_default: true }] })
}

const locked = 'locked'

/** A link to the first dashboard, and the same behind a password. */
function shares(world: World, path: string, request: IncomingMessage, response: ServerResponse) {
  const [, token = '', data] = /^\/shares\/([^/]+)(\/data)?$/.exec(path) ?? []
  const found = dashboard(3)
  if (!['web-shop', locked].includes(token) || found === undefined)
    return json(response, 404, failure('share_not_found', 'This link shows nothing any more.'))
  const isClosed = token === locked && request.headers.authorization !== 'Bearer ticket'
  if (data !== undefined && isClosed)
    return json(response, 401, failure('password_required', 'This link asks for a password.'))
  if (data !== undefined) return answer(world, 3, new URL('http://stub/'), request, response)
  const head = { type: 'dashboard', locked: isClosed, settings: token === locked ? { theme: 'dark' } : {} }
  if (isClosed) return json(response, 200, head)
  const { name, description, refresh_interval, sections } = found
  const shown = { name, description, refresh_interval, sections }
  return json(response, 200, { ...head, timezone: 'Europe/Berlin', dashboard: shown })
}

async function unlock(request: IncomingMessage, response: ServerResponse) {
  const { password } = JSON.parse(await bodyOf(request))
  if (password === 'open sesame') return json(response, 200, { shareToken: 'ticket' })
  return json(response, 401, { error: 'Incorrect password' })
}

async function entrance(world: World, path: string, request: IncomingMessage, response: ServerResponse) {
  if (path === '/logout') return json(response, 204, null, { 'set-cookie': 'stub=; Path=/; Max-Age=0' })
  if (path === '/setup' && request.method === 'GET') return json(response, 200, { needed: world.needsSetup })
  const body = JSON.parse(await bodyOf(request))
  if (path === '/setup') {
    if (!world.needsSetup) return json(response, 409, failure('conflict', 'This server is set up already.'))
    world.needsSetup = false
    return json(response, 201, session, cookie)
  }
  const right = body.email === login.email && body.password === login.password
  if (right) return json(response, 200, session, cookie)
  return json(response, 401, failure('wrong_login', 'Email or password is wrong.'))
}

const cookie = { 'set-cookie': 'stub=ada; Path=/; HttpOnly; SameSite=Lax' }

async function dashboards(
  world: World,
  path: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const [, project, id, part] = /^\/projects\/(\d+)\/dashboards(?:\/(\d+)(\/.*)?)?$/.exec(path) ?? []
  if (project === undefined)
    return json(response, 404, failure('not_found', 'There is nothing at this address.'))
  if (id === undefined) return json(response, 200, listing(project, url))
  const found = project === '1' ? dashboard(Number(id)) : undefined
  if (found === undefined) return json(response, 404, failure('not_found', 'There is no such dashboard.'))
  if (part === undefined)
    return json(response, 200, {
      ...found,
      refresh_interval: world.options.refresh ?? found.refresh_interval,
    })
  const [, filter] = /^\/filters\/(.+)\/values$/.exec(part) ?? []
  if (filter !== undefined) return json(response, 200, { results: filterValues[filter] ?? [] })
  world.asked.push(url.pathname + url.search)
  return answer(world, Number(id), url, request, response)
}

function listing(project: string, url: URL) {
  const search = (url.searchParams.get('search') ?? '').toLowerCase()
  const results =
    project === '1' ? registrations.filter(({ name }) => name.toLowerCase().includes(search)) : []
  return { results, total: results.length, next: null }
}

async function answer(
  world: World,
  id: number,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const now = world.options.now ?? new Date()
  const asked: Asked = {
    from: url.searchParams.get('date_from') ?? '-30d',
    to: url.searchParams.get('date_to') ?? '',
    compare: url.searchParams.get('compare') === 'true',
    now,
  }
  const head = { position: 184_211 + world.asked.length, as_of: now.toISOString() }
  const charts = chartsOf(id)
  const streams = request.headers.accept?.includes('text/event-stream') && !world.options.withoutStream
  if (!streams) return json(response, 200, { ...head, charts: charts.map((chart) => answerOf(chart, asked)) })
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  send(response, { type: 'start', ...head, charts: charts.length })
  // Longer ranges take longer, so that an older, slower answer can meet a newer one.
  const slow = asked.from === '-12m' ? 8 : 1
  const all = charts.map(async (chart, index) => {
    await wait((chart.delay ?? 0) * slow)
    send(response, { type: 'chart', index, chart: answerOf(chart, asked) })
    if (world.options.breaksStream) response.destroy()
  })
  await Promise.all(all)
  send(response, { type: 'end' })
  response.end()
}

function send(response: ServerResponse, message: unknown) {
  if (!response.destroyed) response.write(`data: ${JSON.stringify(message)}\n\n`)
}

async function file(path: string, response: ServerResponse) {
  const name = path.startsWith('/assets/') ? normalize(path) : '/index.html'
  const content = await readFile(join(dist, name)).catch(() => null)
  const status = content === null ? 404 : 200
  response.writeHead(status, {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  })
  response.end(content)
}

function isLoggedIn(request: IncomingMessage): boolean {
  return request.headers.cookie?.includes('stub=ada') ?? false
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function failure(code: string, message: string) {
  return { error: { code, message } }
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
  response.end(body === null ? undefined : JSON.stringify(body))
}
