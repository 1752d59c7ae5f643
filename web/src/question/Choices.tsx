import { Button, NativeSelect } from '@mantine/core'
import { say } from '../lang/say.ts'
import { kindOf, kinds } from './kinds.ts'
import { type Query, text } from './query.ts'
import classes from './question.module.css'

interface ChoicesProps {
  readonly query: Query
  readonly type: string
  readonly asJson: boolean
  readonly onKind: (kind: string) => void
  readonly onType: (type: string) => void
  readonly onJson: (asJson: boolean) => void
}

const allTypes = [...new Set(Object.values(kinds).flatMap(({ types }) => types))]

/** What kind of question it is, how its answer is drawn, and whether it is shown as a form. */
export function Choices({ query, type, asJson, onKind, onType, onJson }: ChoicesProps) {
  const kind = kindOf(query)
  const fitting = kind === null ? allTypes : kind.types
  const types = fitting.includes(type) ? fitting : [type, ...fitting]
  const names = Object.entries(kinds).map(([value, { label }]) => ({ value, label: label() }))
  const none = { value: '', label: text(query.kind) || say('None') }
  return (
    <div className={classes.row}>
      <NativeSelect
        size="xs"
        label={say('Question')}
        description={kind?.meaning()}
        inputWrapperOrder={['label', 'input', 'description']}
        value={kind === null ? '' : text(query.kind)}
        data={kind === null ? [none, ...names] : names}
        onChange={(event) => event.currentTarget.value !== '' && onKind(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={say('Drawn as')}
        value={type}
        data={types.map((value) => ({ value, label: typeName(value) }))}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="subtle"
        className={classes.end}
        disabled={kind === null}
        aria-pressed={asJson}
        onClick={() => onJson(!asJson)}
      >
        {asJson ? say('As a form') : say('As JSON')}
      </Button>
    </div>
  )
}

function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    line: say('Line chart'),
    area: say('Area'),
    columns: say('Columns'),
    bars: say('Bars'),
    pie: say('Pie'),
    metric: say('Number'),
    table: say('Table'),
    map: say('World map'),
    calendar: say('Calendar'),
    funnel: say('Funnel'),
    retention: say('Retention'),
    lifecycle: say('Lifecycle'),
    stickiness: say('Stickiness'),
    paths: say('Paths'),
    bridge: say('Bridge'),
    radar: say('Radar'),
  }
  return names[type] ?? type
}
