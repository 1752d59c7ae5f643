import { errorFrom, isAbort, networkError } from './errors.ts'

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
  accept?: string
  headers?: Readonly<Record<string, string>>
}

/** One call to the server; every status but 2xx is thrown as an ApiError. */
export async function call(path: string, options: Call = {}): Promise<Response> {
  const response = await answer(path, options)
  if (!response.ok) throw await errorFrom(response)
  return response
}

/** A call whose answer is JSON. The shape is the contract's; it is not checked again here. */
export async function callJson<T>(path: string, options: Call = {}): Promise<T> {
  const response = await call(path, options)
  return (await response.json()) as T
}

/** Sends a file or a part of one; the answer is given whatever its status. */
export function sendBytes(
  path: string,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<Response> {
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream' }
  return fetched(path, { method: 'POST', credentials: 'same-origin', headers, body, signal })
}

function answer(path: string, options: Call): Promise<Response> {
  return fetched(path, init(options))
}

async function fetched(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request)
  } catch (error) {
    if (isAbort(error)) throw error
    throw networkError()
  }
}

function init({ method = 'GET', body, signal, accept = 'application/json', headers }: Call): RequestInit {
  const given = { accept, ...headers }
  return {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? given : { ...given, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }
}
