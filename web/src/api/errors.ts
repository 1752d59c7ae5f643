import { say } from '../lang/say.ts'

/** What went wrong between the page and the server. The one error type that screens show. */
export class ApiError extends Error {
  /** HTTP status; 0 when no answer came at all. */
  readonly status: number
  readonly code: string
  /** Where in the request the trouble lies, such as `sections[0].title`. */
  readonly path: string | undefined

  constructor(status: number, code: string, message: string, path?: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.path = path
  }
}

/** No answer came: the server is down or the network is away. */
export function networkError(): ApiError {
  return new ApiError(
    0,
    'unreachable',
    say('The server cannot be reached. Check the connection and try again.'),
  )
}

/** Reads the server's error body; an answer of any other shape still gives a sentence. */
export async function errorFrom(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const error = field(body, 'error')
  const code = text(field(error, 'code')) ?? `http_${response.status}`
  const message =
    code === 'not_logged_in' ? ended() : (text(field(error, 'message')) ?? sentenceFor(response.status))
  return new ApiError(response.status, code, message, text(field(error, 'path')))
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.message
  return say('Something went wrong in the page. Reload it; if it happens again, report it.')
}

export function isUnauthorized(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401
}

/** A shared page asks for its password. */
export function isLocked(error: unknown): boolean {
  return isUnauthorized(error) && error instanceof ApiError && error.code === 'password_required'
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.code === code
}

export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404
}

/** No answer came: the connection or the server is away, which may pass. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && error.status === 0
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** The server's own sentence is about keys, which people at the page have none of. */
function ended(): string {
  return say('Your session has ended. Reload the page to log in again; what you did not save is kept.')
}

function sentenceFor(status: number): string {
  if (status === 401) return say('You are not logged in.')
  if (status === 403) return say('You are not allowed to do this.')
  if (status === 404) return say('There is nothing at this address, or it is not yours to see.')
  if (status === 429) return say('Too many calls at once. Wait a moment and try again.')
  if (status >= 500) return say('The server failed (status {status}). Try again in a moment.', { status })
  return say('The server refused the request (status {status}).', { status })
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
