import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Placement, type Scope, type Segment, segmentsQuery } from '../api/about.ts'
import { say } from '../lang/say.ts'
import { Toggle } from '../ui/Toggle.tsx'
import classes from './about.module.css'
import { toggled } from './form.ts'

interface PlacementFieldsProps {
  readonly project: number
  readonly placement: Placement
  readonly onChange: (placement: Placement) => void
}

/** On which pages a dashboard stands. */
export function PlacementFields({ project, placement, onChange }: PlacementFieldsProps) {
  const scope = (name: Scope, label: string) => (
    <Toggle
      checked={placement.scopes.includes(name)}
      onChange={(on) => onChange({ ...placement, scopes: toggled(placement.scopes, name, on) })}
    >
      {label}
    </Toggle>
  )
  return (
    <fieldset className={classes.group}>
      <legend>{say('Stands on')}</legend>
      {scope('home', say('the home'))}
      {scope('segments', say('pages of segments'))}
      {placement.scopes.includes('segments') && (
        <SegmentChoice
          project={project}
          chosen={placement.segments}
          onChange={(segments) => onChange({ ...placement, segments })}
        />
      )}
      {scope('builders', say('pages of segment builders'))}
      {placement.scopes.includes('builders') && (
        <BuilderChoice
          chosen={placement.builders}
          onChange={(builders) => onChange({ ...placement, builders })}
        />
      )}
      {scope('console', say('the home of the console'))}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Segments by name; those that are gone by their number, so that they can be taken away. */
function SegmentChoice({ project, chosen, onChange }: ChoiceProps & { readonly project: number }) {
  const segments = useQuery(segmentsQuery(project)).data?.results ?? []
  const gone: readonly Segment[] = chosen
    .filter((id) => !segments.some((segment) => segment.id === id))
    .map((id) => ({ id, name: say('Segment {id}', { id }) }))
  return (
    <div className={classes.inner}>
      <p className="muted">
        {chosen.length === 0
          ? say('On those of all segments. Choose some to have it only there.')
          : say('Only on those of')}
      </p>
      <div className={classes.choices}>
        {[...segments, ...gone].map(({ id, name }) => (
          <label key={id} className={classes.choice}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => onChange(toggled(chosen, id, event.currentTarget.checked))}
            />
            {name || say('Segment {id}', { id })}
          </label>
        ))}
      </div>
    </div>
  )
}

/** Builders are known by their ids alone. */
function BuilderChoice({ chosen, onChange }: ChoiceProps) {
  const [typed, setTyped] = useState('')
  const add = () => {
    if (typed.trim() !== '') onChange(toggled(chosen, typed.trim(), true))
    setTyped('')
  }
  return (
    <div className={classes.inner}>
      <p className="muted">
        {chosen.length === 0
          ? say('On those of all builders. Name some to have it only there.')
          : say('Only on those of')}
      </p>
      {chosen.map((id) => (
        <label key={id} className={classes.choice}>
          <input type="checkbox" checked onChange={() => onChange(toggled(chosen, id, false))} />
          {say('Builder {id}', { id })}
        </label>
      ))}
      <div className={classes.row}>
        <TextInput
          size="xs"
          label={say('Id of a builder')}
          value={typed}
          maxLength={100}
          className={classes.grow ?? ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return
            event.preventDefault()
            add()
          }}
        />
        <Button type="button" size="xs" variant="default" disabled={typed.trim() === ''} onClick={add}>
          {say('Add the builder')}
        </Button>
      </div>
    </div>
  )
}
