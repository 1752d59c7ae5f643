/** What is typed to send an event: ready to be copied, with the server and the project's key in it. */
export function curl(server: string, key: string): string {
  const body = JSON.stringify({ api_key: key, event: 'signed up', distinct_id: 'user-1' })
  return `curl -X POST ${server}/capture/ \\
  -H 'Content-Type: application/json' \\
  -d '${body}'`
}

export function script(server: string, key: string): string {
  return `import posthog from 'posthog-js'

posthog.init('${key}', { api_host: '${server}' })
posthog.capture('signed up')`
}
