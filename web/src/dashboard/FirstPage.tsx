import { ActionIcon } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { assignedQuery, openFirst, unassign } from '../api/assignments.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { Icon } from '../ui/Icon.tsx'

interface Props {
  readonly project: number
  readonly user: number
  readonly dashboard: number
}

/** Whether a user sees this dashboard first after logging in. */
export function FirstPage({ project, user, dashboard }: Props) {
  const client = useQueryClient()
  const query = assignedQuery(project, user)
  const assigned = useQuery(query)
  const isFirst = assigned.data?.some(({ id, is_default }) => id === dashboard && is_default) ?? false
  const change = useMutation({
    mutationFn: () => (isFirst ? unassign : openFirst)(project, user, dashboard),
    onSuccess: () => client.invalidateQueries({ queryKey: query.queryKey }),
  })
  return (
    <>
      <ActionIcon
        variant={isFirst ? 'light' : 'default'}
        size={30}
        aria-label={say('Open this dashboard after logging in')}
        title={say(isFirst ? 'Opens after logging in' : 'Open after logging in')}
        aria-pressed={isFirst}
        disabled={!assigned.isSuccess}
        loading={change.isPending}
        onClick={() => change.mutate()}
      >
        <Icon name="home" />
      </ActionIcon>
      {change.isError && <span role="alert">{sentenceOf(change.error)}</span>}
    </>
  )
}
