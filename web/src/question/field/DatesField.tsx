import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { say } from '../../lang/say.ts'
import type { Field, Option } from '../field.ts'
import { read, text, under, write } from '../query.ts'
import { useForm, useWrong } from './FormContext.ts'

const own = 'own'

/** The dates of a question: usual ones, or any that the server understands. */
export function DatesField({ field }: { readonly field: Extract<Field, { as: 'dates' }> }) {
  const { query, dated, onChange } = useForm()
  const wrong = useWrong(field)
  const [from, to] = [under(field.at, 'date_from'), under(field.at, 'date_to')]
  const begins = text(read(query, from))
  const isUsual = text(read(query, to)) === '' && usual().some(({ value }) => value === begins)
  const [isOpen, setOpen] = useState(!isUsual)
  const choose = (value: string) => {
    setOpen(value === own)
    if (value !== own) onChange(write(write(query, to, undefined), from, value))
  }
  return (
    <>
      <NativeSelect
        size="xs"
        label={field.label}
        description={dated ? say('The dashboard’s dates win over these.') : field.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={wrong}
        value={isOpen || !isUsual ? own : begins}
        data={[...usual(), { value: own, label: say('Others') }]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {(isOpen || !isUsual) && (
        <>
          <End at={from} label={say('From')} placeholder="2026-01-31, -6w" />
          <End at={to} label={say('To')} placeholder={say('now')} />
        </>
      )}
    </>
  )
}

function End({
  at,
  label,
  placeholder,
}: {
  readonly at: string
  readonly label: string
  readonly placeholder: string
}) {
  const { query, trouble, onChange } = useForm()
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder={placeholder}
      error={trouble?.path === at ? trouble.message : null}
      value={text(read(query, at))}
      onChange={(event) => onChange(write(query, at, event.currentTarget.value))}
    />
  )
}

function usual(): readonly Option[] {
  return [
    { value: '', label: say('Those of the dashboard') },
    { value: 'dStart', label: say('Today') },
    { value: '-24h', label: say('Last 24 hours') },
    { value: '-7d', label: say('Last 7 days') },
    { value: '-14d', label: say('Last 14 days') },
    { value: '-30d', label: say('Last 30 days') },
    { value: '-90d', label: say('Last 90 days') },
    { value: '-12m', label: say('Last 12 months') },
    { value: 'mStart', label: say('Month to date') },
    { value: 'yStart', label: say('Year to date') },
    { value: 'all', label: say('All time') },
  ]
}
