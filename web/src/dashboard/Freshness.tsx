import { say } from '../lang/say.ts'
import { instantText } from '../lib/time.ts'
import { Help } from '../ui/Help.tsx'
import type { Answers } from './answers.ts'
import classes from './Freshness.module.css'

interface FreshnessProps {
  readonly answers: Answers | undefined
  readonly loading: boolean
  readonly zone: string
}

/** As of when the numbers hold, and how far into the project's data they reach. */
export function Freshness({ answers, loading, zone }: FreshnessProps) {
  return (
    <span className={classes.freshness}>
      <span role="status">
        {loading ? <Progress answers={answers} /> : <AsOf answers={answers} zone={zone} />}
      </span>
      {!loading && answers?.position != null && (
        <Help word={say('data position')}>
          {say('How far into the recorded data these numbers reach. Equal positions mean equal data.')}
        </Help>
      )}
    </span>
  )
}

function AsOf({ answers, zone }: Omit<FreshnessProps, 'loading'>) {
  if (answers?.asOf == null) return null
  return (
    <>
      {say('As of')} <time dateTime={answers.asOf}>{instantText(answers.asOf, { zone })}</time>
      {answers.position !== null && (
        <span className={classes.position}>
          {say('data position {position}', { position: answers.position })}
        </span>
      )}
    </>
  )
}

/** The count is for the eye only: read aloud at every chart it would be noise. */
function Progress({ answers }: Pick<FreshnessProps, 'answers'>) {
  const slots = answers?.slots ?? []
  const ready = slots.filter((slot) => slot.fresh).length
  return (
    <>
      {say('Loading…')}
      {slots.length > 0 && (
        <span aria-hidden="true"> {say('{ready} of {all} charts', { ready, all: slots.length })}</span>
      )}
    </>
  )
}
