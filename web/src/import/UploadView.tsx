import { Alert, Button } from '@mantine/core'
import { useId, useSyncExternalStore } from 'react'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { fullNumber, percent } from '../lib/number.ts'
import settings from '../settings/settings.module.css'
import { Icon } from '../ui/Icon.tsx'
import { unreadable } from './file.ts'
import classes from './import.module.css'
import { EndlessRow } from './parts.ts'
import { reportText } from './report.ts'
import { mostTold, type Progress, type Told, type Upload } from './Upload.ts'

const shownFaults = 100

interface UploadProps {
  readonly upload: Upload
  readonly file: string
  readonly onAgain: () => void
}

/** A file on its way in, and what became of its rows. */
export function UploadView({ upload, file, onAgain }: UploadProps) {
  const progress = useSyncExternalStore(upload.subscribe, upload.progress)
  const { status } = progress
  return (
    <section className={classes.steps} aria-label={say('Import')}>
      <Trouble progress={progress} />
      <Counts progress={progress} file={file} />
      <div className={settings.actions}>
        {status === 'running' && (
          <Button size="xs" variant="default" onClick={() => upload.stop()}>
            {say('Stop')}
          </Button>
        )}
        {(status === 'failed' || status === 'stopped') && (
          <Button size="xs" onClick={() => void upload.run()}>
            {say('Go on')}
          </Button>
        )}
        {status !== 'running' && (
          <Button size="xs" variant="default" onClick={onAgain}>
            {say('Import another file')}
          </Button>
        )}
        {progress.faults.length > 0 && (
          <Button
            size="xs"
            variant="default"
            onClick={() => save(`${file}.report.csv`, reportText(progress.faults))}
          >
            {say('Download report as CSV')}
          </Button>
        )}
      </div>
      {progress.faults.length > 0 && <FaultTable progress={progress} />}
    </section>
  )
}

function Trouble({ progress }: { progress: Progress }) {
  if (progress.status === 'stopped') {
    return <Alert color="orange">{say('Stopped. The rows counted below are in; the others are not.')}</Alert>
  }
  if (progress.error === null) return null
  return (
    <Alert color="red" icon={<Icon name="warning" />} role="alert">
      <strong>{say('The import was cut off.')}</strong> {sentenceFor(progress.error)}{' '}
      {say('The rows counted below are in. Going on sends the rest; rows that come twice do no harm.')}
    </Alert>
  )
}

function sentenceFor(error: Error): string {
  if (error instanceof EndlessRow) {
    return say('The row on line {line} does not end: is a quotation mark not closed?', { line: error.line })
  }
  return error instanceof TypeError ? unreadable() : sentenceOf(error)
}

function Counts({ progress, file }: { progress: Progress; file: string }) {
  const id = useId()
  return (
    <div>
      <p id={id} className={classes.chosen}>
        {progress.status === 'done' ? say('{file} is in', { file }) : file}
      </p>
      <progress className={classes.progress} aria-labelledby={id} max={1} value={progress.share} />
      <p role="status" className={classes.counts}>
        <span>{percent(progress.share)}</span>
        <span>{say('{count} accepted', { count: progress.accepted })}</span>
        <span className={progress.rejected > 0 ? settings.failed : undefined}>
          {say('{count} rejected', { count: progress.rejected })}
        </span>
        <span>{say('{count} with a warning', { count: progress.warned })}</span>
      </p>
    </div>
  )
}

function FaultTable({ progress }: { progress: Progress }) {
  const { faults } = progress
  return (
    <div>
      <div className={settings.scroll}>
        <table className={settings.table} aria-label={say('Rejected rows and warnings')}>
          <thead>
            <tr>
              <th scope="col">{say('Line')}</th>
              <th scope="col">{say('Column')}</th>
              <th scope="col">{say('What is wrong')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, shownFaults).map((fault, index) => (
              <FaultRow key={index} fault={fault} />
            ))}
          </tbody>
        </table>
      </div>
      {faults.length > shownFaults && (
        <p className="muted">
          {faults.length < mostTold
            ? say('The first {count} are shown; the report holds all.', { count: shownFaults })
            : say('The first {count} are shown; the report holds the first {most}.', {
                count: shownFaults,
                most: mostTold,
              })}
        </p>
      )}
    </div>
  )
}

function FaultRow({ fault: { kind, line, column, reason } }: { fault: Told }) {
  return (
    <tr>
      <td>{fullNumber(line)}</td>
      <td>{column}</td>
      <td>
        {kind === 'warning' && <span className="muted">{say('Taken all the same:')} </span>}
        {reason}
      </td>
    </tr>
  )
}

function save(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
