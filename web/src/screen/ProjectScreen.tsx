import { Alert, Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { sentenceOf } from '../api/errors.ts'
import {
  changeProject,
  currencyQuery,
  makeProject,
  type ProjectSetup,
  projectQuery,
  setCurrency,
} from '../api/projects.ts'
import { type Project, sessionQuery } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { page } from '../lib/paths.ts'
import { manages } from '../people/roles.ts'
import { Trouble } from '../profile/Trouble.tsx'
import { currencies, zones } from '../settings/choices.ts'
import classes from '../settings/settings.module.css'
import { TestFilterList } from '../settings/TestFilterList.tsx'
import { useProject } from '../settings/useProject.ts'
import { Message } from '../ui/Message.tsx'
import { fieldOf } from './Entrance.tsx'

const route = getRouteApi('/inside/p/$project/settings/project')

/** How a project is set up, and a new one. */
export function ProjectScreen() {
  const { session } = route.useRouteContext()
  const project = useProject()
  const query = useQuery(projectQuery(project.id))
  if (query.isPending) return <p role="status">{say('Loading…')}</p>
  if (query.isError) return <Message title={sentenceOf(query.error)} alert />
  return (
    <>
      <title>{`${say('Project')} · Facet`}</title>
      {manages(session.role) && (
        <section className={classes.section} aria-labelledby="setup">
          <h2 id="setup">{project.name}</h2>
          <SetupForm key={project.id} project={query.data} />
        </section>
      )}
      <section className={classes.section} aria-labelledby="currency">
        <h2 id="currency">{say('Currency')}</h2>
        <p className={classes.lead}>{say('By the rates of each day in the dataset exchange_rates.')}</p>
        <CurrencyForm key={project.id} project={project.id} />
      </section>
      <section className={classes.section} aria-labelledby="token">
        <h2 id="token">{say('Token')}</h2>
        <p className={classes.lead}>
          {say('Programs send events with it. It lets nothing out, so it may stand in pages and apps.')}
        </p>
        <code className={classes.code}>{query.data.token}</code>
      </section>
      {manages(session.role) && (
        <section className={classes.section} aria-labelledby="new">
          <h2 id="new">{say('New project')}</h2>
          <NewProjectForm />
        </section>
      )}
    </>
  )
}

/** After it the session knows the project anew. */
function useRefresh() {
  const client = useQueryClient()
  const router = useRouter()
  return async () => {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    await router.invalidate()
  }
}

function SetupForm({ project }: { project: ProjectSetup }) {
  const client = useQueryClient()
  const refresh = useRefresh()
  const [filters, setFilters] = useState(project.test_account_filters)
  const save = useMutation({
    mutationFn: (form: FormData) =>
      changeProject(project.id, { ...basicsOf(form), test_account_filters: filters }),
    onSuccess: async (changed) => {
      client.setQueryData(projectQuery(project.id).queryKey, changed)
      await refresh()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(new FormData(event.currentTarget))
  }
  return (
    <form className={classes.form} onSubmit={submit} aria-labelledby="setup">
      <Trouble error={save.error} />
      {save.isSuccess && <Saved>{say('Saved.')}</Saved>}
      <Basics project={project} />
      <p className={`${classes.lead} ${classes.wide}`}>
        {say('Charts that filter out test accounts look only at what meets all of these conditions.')}
      </p>
      <TestFilterList filters={filters} onChange={setFilters} />
      <div className={classes.actions}>
        <Button type="submit" size="xs" loading={save.isPending}>
          {say('Save')}
        </Button>
      </div>
    </form>
  )
}

function Saved({ children }: { children: ReactNode }) {
  return (
    <Alert color="green" variant="light" p="xs" className={classes.wide ?? ''} role="status">
      {children}
    </Alert>
  )
}

function Basics({ project }: { project?: Project }) {
  return (
    <>
      <TextInput
        size="xs"
        name="name"
        label={say('Name')}
        defaultValue={project?.name ?? ''}
        maxLength={200}
        required
      />
      <NativeSelect
        size="xs"
        name="timezone"
        label={say('Time zone')}
        defaultValue={project?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
        data={[...new Set([...(project === undefined ? [] : [project.timezone]), ...zones()])]}
      />
      <NativeSelect
        size="xs"
        name="week_start"
        label={say('Weeks begin on')}
        defaultValue={project?.week_start ?? 'monday'}
        data={[
          { value: 'monday', label: say('Monday') },
          { value: 'sunday', label: say('Sunday') },
        ]}
      />
    </>
  )
}

function basicsOf(form: FormData): Pick<Project, 'name' | 'timezone' | 'week_start'> {
  return {
    name: fieldOf(form, 'name').trim(),
    timezone: fieldOf(form, 'timezone'),
    week_start: fieldOf(form, 'week_start') === 'sunday' ? 'sunday' : 'monday',
  }
}

function CurrencyForm({ project }: { project: number }) {
  const client = useQueryClient()
  const query = useQuery(currencyQuery(project))
  const save = useMutation({
    mutationFn: (currency: string) => setCurrency(project, currency === '' ? null : currency),
    onSettled: () => client.invalidateQueries({ queryKey: currencyQuery(project).queryKey }),
  })
  return (
    <div className={classes.form}>
      <Trouble error={query.error ?? save.error} />
      <NativeSelect
        size="xs"
        label={say('Money is converted to')}
        value={query.data ?? ''}
        disabled={!query.isSuccess || save.isPending}
        data={[{ value: '', label: say('nothing: as it is') }, ...currencies()]}
        onChange={(event) => save.mutate(event.currentTarget.value)}
      />
    </div>
  )
}

function NewProjectForm() {
  const refresh = useRefresh()
  const navigate = route.useNavigate()
  const make = useMutation({
    mutationFn: (form: FormData) => makeProject(basicsOf(form)),
    onSuccess: async ({ id }) => {
      await refresh()
      await navigate({ to: page.project, params: { project: String(id) } })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    make.mutate(new FormData(event.currentTarget))
  }
  return (
    <form className={classes.form} onSubmit={submit} aria-labelledby="new">
      <Trouble error={make.error} />
      <Basics />
      <div className={classes.actions}>
        <Button type="submit" size="xs" loading={make.isPending}>
          {say('Make project')}
        </Button>
      </div>
    </form>
  )
}
