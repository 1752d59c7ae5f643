import { Alert, Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, sentenceOf } from '../api/errors.ts'
import { importsQuery, type Mapping, type Preview, previewRows } from '../api/imports.ts'
import { say } from '../lang/say.ts'
import settings from '../settings/settings.module.css'
import { Icon } from '../ui/Icon.tsx'
import { FileField } from './FileField.tsx'
import { headOf, objectionTo, unreadable } from './file.ts'
import classes from './import.module.css'
import { MappingTable } from './MappingTable.tsx'
import { mappingOf, wholeMapping } from './mapping.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { Upload } from './Upload.ts'
import { UploadView } from './UploadView.tsx'

interface ImportFormProps {
  readonly project: number
  readonly datasets: readonly string[]
  readonly dataset: string
  readonly onDataset: (dataset: string) => void
}

/** From a file to rows: choose, look, correct what columns mean, put in. */
export function ImportForm({ project, datasets, dataset, onDataset }: ImportFormProps) {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [upload, setUpload] = useState<Upload>()
  const start = async (chosen: File, preview: Preview) => {
    const target = { project, dataset, mapping: wholeMapping(mappingOf(preview), preview) }
    const begun = new Upload(target, chosen, preview)
    setUpload(begun)
    await begun.run()
    await client.invalidateQueries({ queryKey: importsQuery(project).queryKey })
  }
  const choose = (chosen: File | null) => {
    setUpload(undefined)
    setMapping(null)
    setFile(chosen)
  }
  if (upload !== undefined && file !== null) {
    return <UploadView upload={upload} file={file.name} onAgain={() => choose(null)} />
  }
  return (
    <div className={classes.steps}>
      <NativeSelect
        label={say('Dataset')}
        size="sm"
        className={classes.dataset ?? ''}
        value={dataset}
        data={[...datasets]}
        onChange={(event) => {
          setMapping(null)
          onDataset(event.currentTarget.value)
        }}
      />
      <FileField file={file} onFile={choose} />
      {file !== null && (
        <Look
          key={dataset}
          file={file}
          target={{ project, dataset, mapping }}
          onMapping={setMapping}
          onStart={(preview) => void start(file, preview)}
        />
      )}
    </div>
  )
}

interface LookProps {
  readonly file: File
  readonly target: { readonly project: number; readonly dataset: string; readonly mapping: Mapping | null }
  readonly onMapping: (mapping: Mapping) => void
  readonly onStart: (preview: Preview) => void
}

function Look({ file, target, onMapping, onStart }: LookProps) {
  const query = useQuery({
    queryKey: ['preview of rows', file.name, file.size, file.lastModified, target],
    queryFn: async ({ signal }) => {
      const { bytes, whole } = await headOf(file)
      const objection = objectionTo(bytes)
      if (objection !== undefined) throw new ApiError(0, 'unreadable', objection)
      return { preview: await previewRows(target, bytes, signal), whole }
    },
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  })
  if (query.isPending) return <p role="status">{say('Reading the first rows…')}</p>
  if (query.isError) {
    return (
      <Alert color="red" icon={<Icon name="warning" />} role="alert">
        {query.error instanceof TypeError ? unreadable() : sentenceOf(query.error)}
      </Alert>
    )
  }
  const { preview, whole } = query.data
  const ready = preview.missing.length === 0 && preview.total > 0
  return (
    <>
      <div>
        <p className={classes.chosen}>{file.name}</p>
        <p className="muted">{summary(preview, whole, file.size)}</p>
      </div>
      <MappingTable preview={preview} onChange={onMapping} />
      {preview.missing.length > 0 && (
        <Alert color="orange" icon={<Icon name="warning" />} role="alert">
          {say('Nothing fills {columns}, which tells rows apart. Choose the column of the file that does.', {
            columns: preview.missing.join(', '),
          })}
        </Alert>
      )}
      <PreviewTable preview={preview} />
      <div className={settings.actions}>
        <Button disabled={!ready || query.isPlaceholderData} onClick={() => onStart(preview)}>
          {say('Import into {dataset}', { dataset: target.dataset })}
        </Button>
      </div>
    </>
  )
}

function summary({ format, total, acceptable }: Preview, whole: boolean, size: number): string {
  const name = format === 'csv' ? 'CSV' : say('Lines of JSON')
  if (whole) {
    return say('{name}, {total} {total:row|rows}, of which {acceptable} can be taken as they are.', {
      name,
      total,
      acceptable,
    })
  }
  return say('{name}, {size} MB. Of its first {total} rows {acceptable} can be taken as they are.', {
    name,
    size: size / (1 << 20),
    total,
    acceptable,
  })
}
