import { ActionIcon, Button } from '@mantine/core'
import { say } from '../../lang/say.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { ListField } from '../field.ts'
import { items, read, under, write } from '../query.ts'
import { FieldRows } from './FieldRows.tsx'
import { useForm, useWrong } from './FormContext.ts'
import classes from './field.module.css'

/** Several of a kind, in order, each with fields of its own. */
export function ListView({ field }: { readonly field: ListField }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const all = items(read(query, field.at))
  const change = (next: readonly unknown[]) => onChange(write(query, field.at, next))
  const { least = 0, most = 100 } = field
  return (
    <fieldset className={classes.list} data-empty={all.length === 0 || undefined}>
      <legend>{field.label}</legend>
      {all.map((one, at) => (
        <Entry
          key={at}
          name={field.entry.name(at + 1)}
          onUp={at === 0 ? null : () => change(all.with(at, all[at - 1]).with(at - 1, one))}
          onRemove={all.length > least ? () => change(all.toSpliced(at, 1)) : null}
        >
          <FieldRows rows={[field.fields(under(field.at, at), one)]} />
        </Entry>
      ))}
      {wrong !== null && <p className={classes.wrong}>{wrong}</p>}
      {all.length < most && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Icon name="plus" />}
          onClick={() => change([...all, field.fresh(all)])}
        >
          {field.entry.add}
        </Button>
      )}
    </fieldset>
  )
}

interface EntryProps {
  readonly name: string
  readonly onUp: (() => void) | null
  readonly onRemove: (() => void) | null
  readonly children: React.ReactNode
}

function Entry({ name, onUp, onRemove, children }: EntryProps) {
  return (
    <section className={classes.entry} aria-label={name}>
      <div className={classes.entryFields}>{children}</div>
      <div className={classes.entryTools}>
        {onUp !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say('Move {name} up', { name })}
            onClick={onUp}
          >
            <Icon name="up" />
          </ActionIcon>
        )}
        {onRemove !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say('Remove {name}', { name })}
            onClick={onRemove}
          >
            <Icon name="trash" />
          </ActionIcon>
        )}
      </div>
    </section>
  )
}
