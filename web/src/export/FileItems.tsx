import { Button, Loader } from '@mantine/core'
import { say } from '../lang/say.ts'
import type { Format } from './download.ts'
import classes from './export.module.css'
import type { Files } from './files.ts'
import { useDownload } from './useDownload.ts'

interface FileItemsProps {
  readonly files: Files
  readonly formats: readonly Format[]
  /** Absent for the whole dashboard. */
  readonly chart?: number | string
}

/** The formats to choose from, how far the chosen one is, and why it did not come. */
export function FileItems({ files, formats, chart }: FileItemsProps) {
  const { making, error, start, stop } = useDownload(files)
  return (
    <div className={classes.items}>
      {formats.map((format) => (
        <button key={format} type="button" disabled={making !== null} onClick={() => start(format, chart)}>
          {nameOf(format)}
        </button>
      ))}
      {making !== null && (
        <p className={classes.status} role="status">
          <Loader size={14} />
          <span>{say('The file is being made…')}</span>
          <Button size="compact-xs" variant="default" onClick={stop}>
            {say('Stop')}
          </Button>
        </p>
      )}
      {error !== null && (
        <p className={classes.error} role="alert">
          {say('There is no file: {reason}', { reason: error })}
        </p>
      )}
    </div>
  )
}

function nameOf(format: Format): string {
  switch (format) {
    case 'png':
      return say('Picture (PNG)')
    case 'svg':
      return say('Drawing (SVG)')
    case 'csv':
      return say('Rows (CSV)')
    case 'xlsx':
      return say('Workbook (XLSX)')
    case 'pdf':
      return say('Pages (PDF)')
  }
}
