import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  countQuery,
  type Definition,
  type DefinitionKind,
  definitionsQuery,
  deleteDefinition,
} from '../api/definitions.ts'
import { sentenceOf } from '../api/errors.ts'
import { say } from '../lang/say.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { Message } from '../ui/Message.tsx'
import { DefinitionDialog } from './DefinitionDialog.tsx'
import classes from './definition.module.css'

interface DefinitionListProps {
  readonly project: number
  readonly kind: DefinitionKind
}

type Opened =
  | { readonly does: 'make' }
  | { readonly does: 'edit' | 'delete'; readonly definition: Definition }

/** All actions or cohorts of a project, with what can be done with each. */
export function DefinitionList({ project, kind }: DefinitionListProps) {
  const query = useQuery(definitionsQuery(project, kind))
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      <Button size="xs" onClick={() => setOpened({ does: 'make' })}>
        {kind === 'actions' ? say('New action') : say('New cohort')}
      </Button>
      {query.isPending && <p role="status">{say('Loading…')}</p>}
      {query.isError && <Message title={sentenceOf(query.error)} alert />}
      {query.data?.length === 0 && <p className="muted">{say('There is none yet.')}</p>}
      <ul className={classes.list}>
        {query.data?.map((definition) => (
          <Item
            key={definition.id}
            project={project}
            kind={kind}
            definition={definition}
            onOpen={setOpened}
          />
        ))}
      </ul>
      {opened !== null && <Panel project={project} kind={kind} opened={opened} onClose={close} />}
    </>
  )
}

interface ItemProps extends DefinitionListProps {
  readonly definition: Definition
  readonly onOpen: (opened: Opened) => void
}

function Item({ project, kind, definition, onOpen }: ItemProps) {
  const { name, description } = definition
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <strong>{name || say('Untitled')}</strong>
        {description !== '' && <p className="muted">{description}</p>}
      </div>
      {kind === 'cohorts' && <Count project={project} cohort={definition.id} />}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={say('Edit {name}', { name })}
        onClick={() => onOpen({ does: 'edit', definition })}
      >
        {say('Edit')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="red"
        aria-label={say('Delete {name}', { name })}
        onClick={() => onOpen({ does: 'delete', definition })}
      >
        {say('Delete')}
      </Button>
    </li>
  )
}

function Count({ project, cohort }: { readonly project: number; readonly cohort: number }) {
  const count = useQuery(countQuery(project, cohort)).data ?? null
  if (count === null) return null
  return <span className="muted">{say('{count} {count:person|persons}', { count })}</span>
}

function Panel({
  project,
  kind,
  opened,
  onClose,
}: DefinitionListProps & { opened: Opened; onClose: () => void }) {
  const client = useQueryClient()
  if (opened.does !== 'delete') {
    const definition = opened.does === 'make' ? null : opened.definition
    return (
      <DefinitionDialog
        project={project}
        kind={kind}
        definition={definition}
        onSaved={() => undefined}
        onClose={onClose}
      />
    )
  }
  const { id, name } = opened.definition
  return (
    <Confirm
      title={say('Delete “{name}”?', { name })}
      action={say('Delete')}
      onConfirm={async () => {
        await deleteDefinition(project, kind, id)
        await client.invalidateQueries({ queryKey: ['definitions', project] })
        await client.invalidateQueries({ queryKey: ['vocabulary', project] })
      }}
      onClose={onClose}
    >
      {say('Charts that ask for it will say that it is gone.')}
    </Confirm>
  )
}
