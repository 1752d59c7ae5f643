import { NativeSelect } from '@mantine/core'
import type { Project } from '../api/session.ts'
import { say } from '../lang/say.ts'

interface SwitchProps {
  readonly projects: readonly Project[]
  readonly current: Project
  readonly onChange: (id: string) => void
}

export function ProjectSwitch({ projects, current, onChange }: SwitchProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={say('Project')}
      value={String(current.id)}
      data={projects.map(({ id, name }) => ({ value: String(id), label: name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
