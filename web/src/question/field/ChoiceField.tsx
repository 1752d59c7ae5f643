import { NativeSelect } from '@mantine/core'
import type { DefinitionKind } from '../../api/definitions.ts'
import { chosen, type Field, type Option } from '../field.ts'
import { read, text } from '../query.ts'
import { DefinitionButton } from './DefinitionButton.tsx'
import { useForm, useWrong } from './FormContext.ts'
import classes from './field.module.css'
import { useOptions } from './useOptions.ts'

type Choice = Extract<Field, { as: 'choice' }>

/** One of several. A value that is none of them is shown as it is. */
export function ChoiceField({ field }: { readonly field: Choice }) {
  const { query, onChange } = useForm()
  const wrong = useWrong(field)
  const found = useOptions('of' in field.options ? field.options : null)
  const options = 'of' in field.options ? found : field.options
  const value = text(read(query, field.at)) || (field.otherwise ?? '')
  const kind = definable(field)
  const select = (
    <NativeSelect
      size="xs"
      label={field.label}
      description={field.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={wrong}
      value={value}
      data={[...blanks(field), ...options, ...unknown(value, options)]}
      onChange={(event) => onChange(chosen(query, field, event.currentTarget.value))}
    />
  )
  if (kind === null) return select
  return (
    <div className={classes.definable}>
      {select}
      <DefinitionButton
        kind={kind}
        value={value}
        onSaved={(id) => onChange(chosen(query, field, String(id)))}
      />
    </div>
  )
}

/** Actions and cohorts can be made where they are chosen. */
function definable({ options }: Choice): DefinitionKind | null {
  if (!('of' in options)) return null
  return options.of === 'action' ? 'actions' : options.of === 'cohort' ? 'cohorts' : null
}

function blanks({ otherwise, blank }: Choice): readonly Option[] {
  return otherwise === undefined ? [{ value: '', label: blank ?? '—' }] : []
}

function unknown(value: string, options: readonly Option[]): readonly Option[] {
  return value === '' || options.some((one) => one.value === value) ? [] : [{ value, label: value }]
}
