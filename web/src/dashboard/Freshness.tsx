import { say } from '../lang/say.ts'
import { instantText } from '../lib/time.ts'
import { Help } from '../ui/Help.tsx'
import type { Answers } from './answers.ts'
import classes from './Freshness.module.css'

interface FreshnessProps {
  readonly answers: Answers | undefined
  readonly loading: boolean
  readonly zone: string
  /** Whether the server cannot be reached: what is shown may be old. */
  readonly lost?: boolean
}

/** As of when the numbers hold, and how far into the project's data they reach. */
export function Freshness({ answers, loading, zone, lost = false }: FreshnessProps) {
  return (
    <span className={classes.freshness}>
      <span role="status">
        {lost ? (
          <Lost answers={answers} zone={zone} />
        ) : loading ? (
          <Progress answers={answers} />
        ) : (
          <AsOf answers={answers} zone={zone} />
        )}
      </span>
      {!lost && !loading && answers?.position != null && (
        <Help word={say('data position')}>
          {say('How far into the recorded data these numbers reach. Equal positions mean equal data.')}
        </Help>
      )}
    </span>
  )
}

function Lost({ answers, zone }: Omit<FreshnessProps, 'loading'>) {
  return answers?.asOf == null
    ? say('The connection is lost. Trying again…')
    : say('The connection is lost; this is the data of {time}. Trying again…', {
        time: instantText(answers.asOf, { zone }),
      })
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
