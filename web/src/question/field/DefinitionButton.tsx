import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { type DefinitionKind, definitionsQuery } from '../../api/definitions.ts'
import { say } from '../../lang/say.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useForm } from './FormContext.ts'

const DefinitionDialog = lazy(async () => ({
  default: (await import('../../definition/DefinitionDialog.tsx')).DefinitionDialog,
}))

interface DefinitionButtonProps {
  readonly kind: DefinitionKind
  /** The number of the chosen one; empty for none. */
  readonly value: string
  readonly onSaved: (id: number) => void
}

/** Changes the chosen action or cohort where it is needed, or makes one. */
export function DefinitionButton({ kind, value, onSaved }: DefinitionButtonProps) {
  const { project } = useForm()
  const [isOpen, setOpen] = useState(false)
  const all = useQuery(definitionsQuery(project, kind)).data
  const definition = all?.find(({ id }) => String(id) === value) ?? null
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={labelOf(kind, definition?.name)}
        title={labelOf(kind, definition?.name)}
        onClick={() => setOpen(true)}
      >
        <Icon name={definition === null ? 'plus' : 'edit'} />
      </ActionIcon>
      {isOpen && (
        <Suspense>
          <DefinitionDialog
            project={project}
            kind={kind}
            definition={definition}
            onSaved={({ id }) => onSaved(id)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}

function labelOf(kind: DefinitionKind, name: string | undefined): string {
  if (name !== undefined) return say('Edit {name}', { name })
  return kind === 'actions' ? say('New action') : say('New cohort')
}
