import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import classes from './screen.module.css'

/** What an empty project shows: how the first events come in. */
export function FirstSteps({ project }: { project: Project }) {
  const server = window.location.origin
  return (
    <section className={classes.help} aria-label={say('First steps')}>
      <h2>{say('No dashboards in {project} yet', { project: project.name })}</h2>
      <p className="muted">
        {say(
          'Send the first events with the project’s token in place of PROJECT_TOKEN, then make a dashboard through any of the APIs.',
        )}
      </p>
      <h3>{say('From a command line')}</h3>
      <pre>{curl(server)}</pre>
      <h3>{say('From a web page')}</h3>
      <pre>{sdk(server)}</pre>
    </section>
  )
}

function curl(server: string): string {
  return `curl -X POST ${server}/capture/ \\
  -H 'Content-Type: application/json' \\
  -d '{"api_key": "PROJECT_TOKEN", "event": "signed up", "distinct_id": "user-1"}'`
}

function sdk(server: string): string {
  return `import posthog from 'posthog-js'

posthog.init('PROJECT_TOKEN', { api_host: '${server}' })
posthog.capture('signed up')`
}
