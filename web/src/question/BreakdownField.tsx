import { NativeSelect } from '@mantine/core'
import { breakdownOf, withBreakdown } from './model.ts'
import type { QuestionFormProps } from './QuestionForm.tsx'
import classes from './question.module.css'
import { WordInput } from './WordInput.tsx'

/** The property whose values a question is broken down by. */
export function BreakdownField({ project, query, onChange }: QuestionFormProps) {
  const breakdown = breakdownOf(query)
  const type = breakdown?.type ?? 'event'
  return (
    <div className={classes.row}>
      <WordInput
        project={project}
        kind={type === 'person' ? 'person_property' : 'event_property'}
        label="Broken down by"
        value={breakdown?.property ?? ''}
        placeholder="nothing"
        onChange={(property) => onChange(withBreakdown(query, property === '' ? null : { property, type }))}
      />
      <NativeSelect
        size="xs"
        label="Property of"
        value={type}
        disabled={breakdown === null}
        data={[
          { value: 'event', label: 'the event' },
          { value: 'person', label: 'the person' },
        ]}
        onChange={(event) => {
          const owner = event.currentTarget.value === 'person' ? 'person' : 'event'
          if (breakdown !== null) onChange(withBreakdown(query, { ...breakdown, type: owner }))
        }}
      />
    </div>
  )
}
