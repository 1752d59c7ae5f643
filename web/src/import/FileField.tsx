import { type DragEvent, useId, useState } from 'react'
import { say } from '../lang/say.ts'
import classes from './import.module.css'

interface FileFieldProps {
  readonly file: File | null
  readonly onFile: (file: File) => void
}

/** A file to drop or to choose. */
export function FileField({ file, onFile }: FileFieldProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped !== undefined) onFile(dropped)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the field inside does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{say(file === null ? 'Drop a file here, or choose one' : 'Another file')}</label>
      <input
        id={id}
        type="file"
        className={classes.file}
        accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json,.gz,text/csv,application/x-ndjson"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0]
          if (chosen !== undefined) onFile(chosen)
        }}
      />
      <p className="muted">
        {say('CSV whose first line names the columns, or one JSON object a line; plain or .gz')}
      </p>
    </div>
  )
}
