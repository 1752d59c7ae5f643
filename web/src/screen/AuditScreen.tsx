import { NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { sentenceOf } from '../api/errors.ts'
import { type AuditSearch, auditQuery, type Entry, membersQuery } from '../api/people.ts'
import { say } from '../lang/say.ts'
import { instantText } from '../lib/time.ts'
import { agentText } from '../people/agent.ts'
import { deeds, deedText } from '../people/deeds.ts'
import people from '../people/people.module.css'
import classes from '../settings/settings.module.css'
import { Message } from '../ui/Message.tsx'
import { MoreButton } from '../ui/MoreButton.tsx'

const route = getRouteApi('/inside/p/$project/settings/audit')

/** Who did what when. */
export function AuditScreen() {
  const search = route.useSearch()
  const query = useInfiniteQuery(auditQuery(search))
  return (
    <>
      <title>{`${say('Audit')} · Facet`}</title>
      <section className={classes.section} aria-labelledby="audit">
        <h2 id="audit">{say('Who did what')}</h2>
        <Filters search={search} />
        {query.isPending && <p role="status">{say('Loading…')}</p>}
        {query.isError && <Message title={sentenceOf(query.error)} alert />}
        {query.isSuccess && <EntryTable entries={query.data.pages.flatMap(({ results }) => results)} />}
        <MoreButton pages={query} />
      </section>
    </>
  )
}

function Filters({ search }: { search: AuditSearch }) {
  const navigate = route.useNavigate()
  const members = useQuery(membersQuery)
  const change = (part: AuditSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true })
  return (
    <div className={people.filters}>
      <NativeSelect
        size="xs"
        label={say('Who')}
        value={search.user ?? ''}
        data={[
          { value: '', label: say('everybody') },
          ...(members.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(event) => change({ user: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={say('What')}
        value={search.deed ?? ''}
        data={[
          { value: '', label: say('anything') },
          ...Object.entries(deeds).map(([value, label]) => ({ value, label: label() })),
        ]}
        onChange={(event) => change({ deed: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label={say('From day')}
        value={search.from ?? ''}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label={say('To day')}
        value={search.to ?? ''}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
    </div>
  )
}

const here = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone }

function EntryTable({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <p className="muted">{say('Nothing of this kind was done.')}</p>
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-labelledby="audit">
        <thead>
          <tr>
            <th scope="col">{say('When')}</th>
            <th scope="col">{say('Who')}</th>
            <th scope="col">{say('What')}</th>
            <th scope="col">{say('Of what')}</th>
            <th scope="col">{say('Details')}</th>
            <th scope="col">{say('From where')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ entry }: { entry: Entry }) {
  const failed = entry.deed === 'sign_in_failed'
  return (
    <tr>
      <td className={classes.nowrap}>{instantText(entry.at, here)}</td>
      <td>{entry.user === null ? <span className="muted">{say('nobody known')}</span> : entry.user.name}</td>
      <td className={failed ? classes.failed : undefined}>{deedText(entry.deed)}</td>
      <td>
        {entry.subject}
        {entry.project !== null && <span className="muted"> · {entry.project.name}</span>}
      </td>
      <td>{entry.deed === 'signed_in' ? agentText(entry.detail) : entry.detail}</td>
      <td>{entry.address}</td>
    </tr>
  )
}
