import { NativeSelect } from '@mantine/core'
import type { Mapping, Preview } from '../api/imports.ts'
import { say } from '../lang/say.ts'
import settings from '../settings/settings.module.css'
import classes from './import.module.css'
import { mappingOf, withColumn } from './mapping.ts'

interface MappingTableProps {
  readonly preview: Preview
  readonly onChange: (mapping: Mapping) => void
}

/** Which column of the dataset each column of the file fills. */
export function MappingTable({ preview, onChange }: MappingTableProps) {
  const mapping = mappingOf(preview)
  const choices = [
    { value: '', label: say('(nothing)') },
    ...preview.dataset.map(({ name, type, key }) => ({
      value: name,
      label: key ? say('{name} · {type} · key', { name, type }) : `${name} · ${type}`,
    })),
  ]
  return (
    <div className={settings.scroll}>
      <table className={settings.table} aria-label={say('Columns')}>
        <thead>
          <tr>
            <th scope="col">{say('In the file')}</th>
            <th scope="col">{say('Fills')}</th>
            <th scope="col">{say('For example')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ name, column, samples }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={classes.fills}>
                <NativeSelect
                  size="xs"
                  aria-label={say('{name} fills', { name })}
                  value={column ?? ''}
                  data={choices}
                  onChange={(event) => onChange(withColumn(mapping, name, event.currentTarget.value))}
                />
              </td>
              <td className={classes.sample}>{samples.map(sampleText).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function sampleText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
