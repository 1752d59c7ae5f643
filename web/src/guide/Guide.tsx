import { useQuery } from '@tanstack/react-query'
import { newestEventQuery, tokenQuery } from '../api/beginning.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { Message } from '../ui/Message.tsx'
import { Arrival } from './Arrival.tsx'
import { FirstChart } from './FirstChart.tsx'
import classes from './guide.module.css'
import { Snippet } from './Snippet.tsx'
import { curl, script } from './snippets.ts'

interface GuideProps {
  readonly project: Project
  readonly editable: boolean
}

/** Milliseconds between two looks for the first event. */
const pause = 2000

/** From an empty project to the visitor's own first event on a chart. */
export function Guide({ project, editable }: GuideProps) {
  const newest = useQuery({ ...newestEventQuery(project.id), refetchInterval: pause, retry: false })
  return (
    <section className={classes.guide} aria-label={say('First steps')}>
      <h2 className={classes.title}>{say('No dashboards in {project} yet', { project: project.name })}</h2>
      <p className="muted">{say('Three steps to your first chart.')}</p>
      <ol className={classes.steps}>
        <li>
          <h3>{say('Send an event')}</h3>
          <Sending project={project.id} />
        </li>
        <li>
          <h3>{say('See it arrive')}</h3>
          <Arrival newest={newest.data ?? null} zone={project.timezone} error={newest.error} />
        </li>
        <li>
          <h3>{say('Look at it on a chart')}</h3>
          {newest.data == null ? (
            <p className="muted">
              {say('The chart appears with the first event, and grows with each that follows.')}
            </p>
          ) : (
            <FirstChart project={project} editable={editable} pause={pause} />
          )}
        </li>
      </ol>
    </section>
  )
}

function Sending({ project }: { project: number }) {
  const token = useQuery(tokenQuery(project))
  if (token.isPending) return <p role="status">{say('Loading…')}</p>
  if (token.isError) return <Message title={sentenceOf(token.error)} alert />
  const server = window.location.origin
  const key = token.data ?? 'PROJECT_KEY'
  return (
    <>
      {token.data === null ? (
        <p>{say('Ask an owner for the key of the project, and put it in the place of PROJECT_KEY.')}</p>
      ) : (
        <Snippet title={say('Key of the project')} text={key} />
      )}
      <Snippet title={say('From a command line')} text={curl(server, key)} />
      <Snippet title={say('From a web page, with the package posthog-js')} text={script(server, key)} />
    </>
  )
}
