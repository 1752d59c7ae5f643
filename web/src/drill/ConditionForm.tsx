import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type Meaning, vocabularyQuery } from '../api/vocabulary.ts'
import { say } from '../lang/say.ts'
import classes from './drill.module.css'
import type { PropertyFilter } from './point.ts'

interface ConditionFormProps {
  readonly project: number
  readonly onAdd: (condition: PropertyFilter) => void
}

const setOperators = ['is_set', 'is_not_set']

/** A property filter, with names and values suggested. */
export function ConditionForm({ project, onAdd }: ConditionFormProps) {
  const [type, setType] = useState<'event' | 'person'>('event')
  const [key, setKey] = useState('')
  const [operator, setOperator] = useState('exact')
  const [value, setValue] = useState('')
  const [trouble, setTrouble] = useState('')
  const of = type === 'person' ? 'person_property' : 'event_property'
  const names = useQuery(vocabularyQuery(project, { of })).data
  const values = useQuery(vocabularyQuery(project, { of: 'value', owner: type, in: key })).data
  const valued = !setOperators.includes(operator)
  const add = () => {
    if (key.trim() === '') return setTrouble(say('Give the name of a property.'))
    if (valued && value === '') return setTrouble(say('Give a value to compare with.'))
    const listed = operator === 'exact' || operator === 'is_not'
    const said = valued ? { value: listed ? [value] : value } : {}
    onAdd({ key: key.trim(), type, operator, ...said })
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <NativeSelect
        size="xs"
        label={say('Of')}
        value={type}
        data={[
          { value: 'event', label: say('the event') },
          { value: 'person', label: say('the person') },
        ]}
        onChange={(event) => setType(event.currentTarget.value === 'person' ? 'person' : 'event')}
      />
      <Suggested label={say('Property')} value={key} words={names} onChange={setKey} />
      <NativeSelect
        size="xs"
        label={say('Comparison')}
        value={operator}
        data={operators()}
        onChange={(event) => setOperator(event.currentTarget.value)}
      />
      {valued && <Suggested label={say('Value')} value={value} words={values} onChange={setValue} />}
      {trouble !== '' && <p role="alert">{trouble}</p>}
      <Button type="submit" size="xs">
        {say('Apply')}
      </Button>
    </form>
  )
}

function operators() {
  return [
    { value: 'exact', label: say('is') },
    { value: 'is_not', label: say('is not') },
    { value: 'icontains', label: say('contains') },
    { value: 'not_icontains', label: say('does not contain') },
    { value: 'gt', label: say('is greater than') },
    { value: 'lt', label: say('is less than') },
    { value: 'is_set', label: say('is set') },
    { value: 'is_not_set', label: say('is not set') },
  ]
}

interface SuggestedProps {
  readonly label: string
  readonly value: string
  readonly words: readonly Meaning[] | undefined
  readonly onChange: (value: string) => void
}

function Suggested({ label, value, words = [], onChange }: SuggestedProps) {
  const list = useId()
  return (
    <>
      <TextInput
        size="xs"
        label={label}
        value={value}
        list={list}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {words.map((word) => (
          <option key={word.value} value={word.value} />
        ))}
      </datalist>
    </>
  )
}
