import type { Chart } from '../api/dashboards.ts'
import { say } from '../lang/say.ts'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon } from '../ui/Icon.tsx'
import { FileItems } from './FileItems.tsx'
import type { Files } from './files.ts'

/** What can be taken of one chart. */
export function ChartMenu({ chart, files }: { readonly chart: Chart; readonly files: Files }) {
  return (
    <Dropdown
      label={say('Save {title} as a file', { title: chart.title })}
      button={<Icon name="save" />}
      buttonProps={{ variant: 'subtle', color: 'gray', size: 'compact-xs', px: 4 }}
      align="end"
    >
      {() => <FileItems files={files} formats={['png', 'svg', 'csv', 'xlsx']} chart={chart.id} />}
    </Dropdown>
  )
}
