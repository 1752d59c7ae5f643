import { Loader } from '@mantine/core'
import type { NewestEvent } from '../api/beginning.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { instantText } from '../lib/time.ts'
import { Icon } from '../ui/Icon.tsx'
import classes from './guide.module.css'

interface ArrivalProps {
  readonly newest: NewestEvent | null
  readonly zone: string
  readonly error: Error | null
}

/** Whether an event has come, and which was the last. */
export function Arrival({ newest, zone, error }: ArrivalProps) {
  return (
    <>
      <p role="status" className={classes.arrival} data-arrived={newest !== null}>
        {newest === null ? <Loader size={14} type="dots" aria-hidden="true" /> : <Icon name="check" />}
        {newest === null
          ? say('Waiting for the first event…')
          : say('“{event}” of {person} has arrived, at {time}.', {
              event: newest.event,
              person: newest.person,
              time: instantText(newest.time, { zone }),
            })}
      </p>
      {error !== null && <p role="alert">{sentenceOf(error)}</p>}
    </>
  )
}
