import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { say } from '../../lang/say.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { FilterField } from '../field.ts'
import { filterOf, type Group, isCondition, rootOf } from '../part/condition.ts'
import { type Query, read, under, write } from '../query.ts'
import { FieldRows } from './FieldRows.tsx'
import { useForm, useWrong } from './FormContext.ts'
import classes from './field.module.css'

/** Conditions that hold all or any, in groups of groups. */
export function FilterView({ field }: { readonly field: FilterField }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const value = read(query, field.at)
  const root = rootOf(value)
  return (
    <fieldset className={classes.list} data-empty={root.values.length === 0 || undefined}>
      <legend>{field.label}</legend>
      <GroupView
        field={field}
        place={Array.isArray(value) || value === undefined ? field.at : under(field.at, 'values')}
        group={root}
        number=""
        onChange={(group) => onChange(write(query, field.at, filterOf(group)))}
      />
      {wrong !== null && <p className={classes.wrong}>{wrong}</p>}
    </fieldset>
  )
}

interface GroupViewProps {
  readonly field: FilterField
  /** The path of its list. */
  readonly place: string
  readonly group: Group
  /** Where it stands among the others, such as “2.1”. */
  readonly number: string
  readonly onChange: (group: Group) => void
}

function GroupView({ field, place, group, number, onChange }: GroupViewProps) {
  const { type, values } = group
  const change = (next: readonly Query[]) => onChange({ type, values: next })
  return (
    <>
      {(values.length > 1 || type === 'OR') && (
        <NativeSelect
          size="xs"
          label={number === '' ? say('Of these hold') : say('Of group {number} hold', { number })}
          value={type}
          data={[
            { value: 'AND', label: say('All') },
            { value: 'OR', label: say('Any') },
          ]}
          onChange={(event) => onChange({ type: event.currentTarget.value === 'OR' ? 'OR' : 'AND', values })}
        />
      )}
      {values.map((node, index) => (
        <NodeView
          key={index}
          field={field}
          at={under(place, index)}
          node={node}
          number={number === '' ? String(index + 1) : `${number}.${index + 1}`}
          onChange={(next) => change(values.with(index, next))}
          onRemove={() => change(values.toSpliced(index, 1))}
        />
      ))}
      <div className={classes.tools}>
        <Add label={say('Add a condition')} onClick={() => change([...values, field.fresh])} />
        <Add
          label={say('Add a group')}
          onClick={() => change([...values, { type: type === 'AND' ? 'OR' : 'AND', values: [field.fresh] }])}
        />
      </div>
    </>
  )
}

function Add({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="subtle" leftSection={<Icon name="plus" />} onClick={onClick}>
      {label}
    </Button>
  )
}

interface NodeViewProps {
  readonly field: FilterField
  readonly at: string
  readonly node: Query
  readonly number: string
  readonly onChange: (node: Query) => void
  readonly onRemove: () => void
}

function NodeView({ field, at, node, number, onChange, onRemove }: NodeViewProps) {
  const name = isCondition(node) ? say('Condition {number}', { number }) : say('Group {number}', { number })
  return (
    <section className={classes.entry} aria-label={name}>
      <div className={classes.entryFields}>
        {isCondition(node) ? (
          <FieldRows rows={[field.fields(at, node)]} />
        ) : (
          <GroupView
            field={field}
            place={under(at, 'values')}
            group={rootOf(node)}
            number={number}
            onChange={(group) => onChange({ ...node, ...group })}
          />
        )}
      </div>
      <div className={classes.entryTools}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say('Remove {name}', { name })}
          onClick={onRemove}
        >
          <Icon name="trash" />
        </ActionIcon>
      </div>
    </section>
  )
}
