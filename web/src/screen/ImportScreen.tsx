import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { sentenceOf } from '../api/errors.ts'
import { datasetsQuery } from '../api/imports.ts'
import { ImportForm } from '../import/ImportForm.tsx'
import { RunTable } from '../import/RunTable.tsx'
import { say } from '../lang/say.ts'
import classes from '../settings/settings.module.css'
import { useProject } from '../settings/useProject.ts'
import { Message } from '../ui/Message.tsx'

const route = getRouteApi('/inside/p/$project/settings/import')

/** Files of rows for a project's datasets. */
export function ImportScreen() {
  const project = useProject()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(datasetsQuery(project.id))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  const names = query.data.results.filter(({ takes_rows }) => takes_rows).map(({ name }) => name)
  const dataset = names.find((name) => name === search.dataset) ?? 'customers'
  return (
    <>
      <title>{`${say('Import')} · Facet`}</title>
      <section className={classes.section} aria-labelledby="import">
        <h2 id="import">{say('Import a file')}</h2>
        <p className={classes.lead}>
          {say(
            'Rows of the same key are changed, others are added. Nothing is kept before you start the import.',
          )}
        </p>
        <ImportForm
          project={project.id}
          datasets={names}
          dataset={dataset}
          onDataset={(name) => void navigate({ search: { dataset: name }, replace: true })}
        />
      </section>
      <section className={classes.section} aria-labelledby="earlier">
        <h2 id="earlier">{say('Earlier imports')}</h2>
        <RunTable project={project} />
      </section>
    </>
  )
}
