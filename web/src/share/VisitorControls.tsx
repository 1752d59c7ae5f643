import { lazy, Suspense } from 'react'
import { type OpenShare, ticketHeader } from '../api/shares.ts'
import { DateRangeControl } from '../dashboard/DateRangeControl.tsx'
import { todayIn } from '../dashboard/dateRange.ts'
import { type DashboardSearch, withCompare, withFilters, withRange } from '../dashboard/search.ts'
import { FileItems } from '../export/FileItems.tsx'
import type { Files } from '../export/files.ts'
import { say } from '../lang/say.ts'
import { api } from '../lib/paths.ts'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import classes from './SharedBoard.module.css'

const FilterBar = lazy(async () => ({ default: (await import('../dashboard/FilterBar.tsx')).FilterBar }))

interface VisitorControlsProps {
  readonly share: OpenShare
  readonly token: string
  readonly ticket: string | null
  readonly search: DashboardSearch
  readonly files: Files | null
  readonly onSearch: (search: DashboardSearch) => void
}

/** What the author of a link lets its visitors choose and take along. */
export function VisitorControls({ share, token, ticket, search, files, onSearch }: VisitorControlsProps) {
  const { dashboard, settings, timezone } = share
  const { date_from, date_to } = dashboard.filters ?? {}
  const available = dashboard.available_filters ?? []
  return (
    <div className={classes.controls}>
      <div className={classes.choices}>
        {settings.visitorDates === true && (
          <>
            <DateRangeControl
              range={{ from: search.date_from, to: search.date_to }}
              own={{ from: date_from ?? undefined, to: date_to ?? undefined }}
              today={todayIn(timezone, new Date())}
              onChange={(range) => onSearch(withRange(search, range))}
            />
            <Toggle
              checked={search.compare === 'true'}
              onChange={(compare) => onSearch(withCompare(search, compare))}
            >
              {say('Compare with the previous period')}
            </Toggle>
          </>
        )}
        {files !== null && (
          <Dropdown
            label={say('Save as a file')}
            button={say('Save as a file')}
            buttonProps={{ leftSection: <Icon name="save" /> }}
          >
            {() => <FileItems files={files} formats={['pdf', 'xlsx', 'csv', 'png']} />}
          </Dropdown>
        )}
      </div>
      {available.length > 0 && (
        <Suspense>
          <FilterBar
            valuesOf={(name) => api.shareFilterValues(token, name)}
            headers={ticketHeader(ticket)}
            filters={available}
            applied={search.filters}
            onApply={(filters) => onSearch(withFilters(search, filters))}
          />
        </Suspense>
      )}
    </div>
  )
}
