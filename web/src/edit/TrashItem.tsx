import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Registration } from '../api/dashboards.ts'
import { restoreDashboard } from '../api/editing.ts'
import { sentenceOf } from '../api/errors.ts'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'
import { dayText } from '../lib/time.ts'
import classes from '../screen/screen.module.css'

/** A dashboard in the trash, with the way out. */
export function TrashItem({ dashboard, project }: { dashboard: Registration; project: Project }) {
  const client = useQueryClient()
  const restore = useMutation({
    mutationFn: () => restoreDashboard({ project: project.id, id: dashboard.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['dashboards', project.id] }),
  })
  const name = dashboard.name || say('Untitled')
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <span className={classes.itemName}>{name}</span>
        {restore.isError && <p role="alert">{sentenceOf(restore.error)}</p>}
      </div>
      <time className={classes.itemDate} dateTime={dashboard.updated_at}>
        {say('Thrown away {day}', { day: dayText(dashboard.updated_at, { zone: project.timezone }) })}
      </time>
      <Button
        size="xs"
        variant="default"
        loading={restore.isPending}
        aria-label={say('Restore {name}', { name })}
        onClick={() => restore.mutate()}
      >
        {say('Restore')}
      </Button>
    </li>
  )
}
