import { Button, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { say } from '../lang/say.ts'
import { DayField } from '../ui/DayField.tsx'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon } from '../ui/Icon.tsx'
import classes from './DateRangeControl.module.css'
import { customRange, type DateRange, isDay, lastOf, presets, rangeLabel, type Unit } from './dateRange.ts'

interface DateRangeControlProps {
  readonly range: DateRange
  /** The dates the dashboard has of its own, shown while the URL says none. */
  readonly own: DateRange
  readonly today: string
  readonly onChange: (range: DateRange) => void
}

export function DateRangeControl({ range, own, today, onChange }: DateRangeControlProps) {
  const shown = range.from === undefined && range.to === undefined ? own : range
  const label = rangeLabel(shown, today)
  return (
    <Dropdown
      label={say('Date range: {range}', { range: label })}
      button={label}
      buttonProps={{ leftSection: <Icon name="calendar" />, rightSection: <Icon name="chevron" /> }}
    >
      {(close) => {
        const choose = (chosen: DateRange) => {
          close()
          onChange(chosen)
        }
        return (
          <div className={classes.choices}>
            <PresetList range={shown} today={today} onChoose={choose} />
            <div className={classes.forms}>
              <CustomForm range={shown} onChoose={choose} />
              <LastForm onChoose={choose} />
            </div>
          </div>
        )
      }}
    </Dropdown>
  )
}

interface ChoiceProps {
  readonly range: DateRange
  readonly onChoose: (range: DateRange) => void
}

function PresetList({ range, today, onChoose }: ChoiceProps & { readonly today: string }) {
  const isCurrent = (from: string) => range.to === undefined && range.from === from
  return (
    <ul className={classes.presets}>
      {presets(today).map(({ label, from }) => (
        <li key={label}>
          <UnstyledButton
            className={classes.preset}
            aria-current={isCurrent(from)}
            onClick={() => onChoose({ from, to: undefined })}
          >
            {label}
            {isCurrent(from) && <Icon name="check" />}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

function CustomForm({ range, onChoose }: ChoiceProps) {
  const [from, setFrom] = useState(isDay(range.from) ? range.from : '')
  const [to, setTo] = useState(isDay(range.to) ? range.to : '')
  const [message, setMessage] = useState('')
  const apply = () => {
    const typed = customRange(from, to)
    if (typed.ok) onChoose(typed.range)
    else setMessage(typed.message)
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <DayField label={say('From')} value={from} onChange={setFrom} />
      <DayField label={say('To')} value={to} error={message} onChange={setTo} />
      <Button type="submit" size="xs">
        {say('Apply')}
      </Button>
    </form>
  )
}

/** A stretch of time up to now, of any length. */
function LastForm({ onChoose }: Pick<ChoiceProps, 'onChoose'>) {
  const [amount, setAmount] = useState('')
  const [unit, setUnit] = useState<Unit>('d')
  const last = lastOf(amount, unit)
  return (
    <form
      className={classes.last}
      onSubmit={(event) => {
        event.preventDefault()
        if (last !== null) onChoose(last)
      }}
    >
      <input
        inputMode="numeric"
        size={4}
        aria-label={say('Last how many')}
        placeholder={say('Last')}
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <select
        aria-label={say('Unit')}
        value={unit}
        onChange={(event) => setUnit(event.currentTarget.value as Unit)}
      >
        <option value="h">{say('hours')}</option>
        <option value="d">{say('days')}</option>
        <option value="w">{say('weeks')}</option>
        <option value="m">{say('months')}</option>
        <option value="y">{say('years')}</option>
      </select>
      <Button type="submit" size="compact-xs" variant="default" disabled={last === null}>
        {say('Set')}
      </Button>
    </form>
  )
}
