import { useInfiniteQuery } from '@tanstack/react-query'
import { sentenceOf } from '../api/errors.ts'
import { type ImportRun, importsQuery } from '../api/imports.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { fullNumber } from '../lib/number.ts'
import { instantText } from '../lib/time.ts'
import settings from '../settings/settings.module.css'
import { Message } from '../ui/Message.tsx'
import { MoreButton } from '../ui/MoreButton.tsx'

/** The files that were brought before. */
export function RunTable({ project }: { project: Project }) {
  const query = useInfiniteQuery(importsQuery(project.id))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const runs = query.data.pages.flatMap(({ results }) => results)
  if (runs.length === 0) return <p className="muted">{say('No file was imported yet.')}</p>
  return (
    <>
      <div className={settings.scroll}>
        <table className={settings.table} aria-label={say('Earlier imports')}>
          <thead>
            <tr>
              <th scope="col">{say('Begun')}</th>
              <th scope="col">{say('Dataset')}</th>
              <th scope="col">{say('File')}</th>
              <th scope="col">{say('By')}</th>
              <th scope="col" className={settings.number}>
                {say('Accepted')}
              </th>
              <th scope="col" className={settings.number}>
                {say('Rejected')}
              </th>
              <th scope="col" className={settings.number}>
                {say('Warnings')}
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Row key={run.id} run={run} zone={project.timezone} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton pages={query} />
    </>
  )
}

function Row({ run, zone }: { run: ImportRun; zone: string }) {
  return (
    <tr>
      <td className={settings.nowrap}>{instantText(run.started_at, { zone })}</td>
      <td>{run.dataset}</td>
      <td>
        {run.file === '' ? <span className="muted">{say('without a name')}</span> : run.file}
        {!run.done && <span className={settings.failed}> {say('(not to its end)')}</span>}
      </td>
      <td>{run.user?.name}</td>
      <td className={settings.number}>{fullNumber(run.accepted)}</td>
      <td className={settings.number}>{fullNumber(run.rejected)}</td>
      <td className={settings.number}>{fullNumber(run.warned)}</td>
    </tr>
  )
}
