import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from '../api/errors.ts'
import { type ProfileAddress, type Result, type Run, runsQuery } from '../api/profiles.ts'
import { say } from '../lang/say.ts'
import { instantText } from '../lib/time.ts'
import screen from '../screen/screen.module.css'
import { Message } from '../ui/Message.tsx'
import { platformName } from './platforms.ts'
import classes from './profile.module.css'

/** How the last collections went. */
export function RunList({ at, zone }: { at: ProfileAddress; zone: string }) {
  const query = useQuery(runsQuery(at))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  if (query.data.length === 0) {
    return (
      <p className="muted">{say('Nothing was collected yet. The clock does it every day at 03:00 UTC.')}</p>
    )
  }
  return (
    <ul className={screen.list} aria-label={say('Collections')}>
      {query.data.map((run) => (
        <RunItem key={run.id} run={run} zone={zone} />
      ))}
    </ul>
  )
}

function RunItem({ run, zone }: { run: Run; zone: string }) {
  const results = Object.entries(run.platforms)
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <time dateTime={run.started_at}>{instantText(run.started_at, { zone })}</time>
        <p className="muted">{say(run.cause === 'clock' ? 'By the clock' : 'On request')}</p>
      </div>
      <ul className={classes.results}>
        {run.status !== 'done' && <li>{say(run.status === 'running' ? 'Under way' : 'Cut off')}</li>}
        {run.status === 'done' && results.length === 0 && <li className="muted">{say('No accounts')}</li>}
        {results.map(([platform, result]) => (
          <ResultItem key={platform} platform={platform} result={result} />
        ))}
      </ul>
    </li>
  )
}

function ResultItem({ platform, result }: { platform: string; result: Result }) {
  if (result.ok) return <li>{say('{network}: collected', { network: platformName(platform) })}</li>
  // The sentence begins with the network's name.
  return <li className={classes.failed}>{result.error}</li>
}
