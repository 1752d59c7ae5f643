import { lazy, Suspense } from 'react'
import { say } from '../lang/say.ts'
import { Dropdown } from '../ui/Dropdown.tsx'
import { Icon } from '../ui/Icon.tsx'
import { conditionParts, readConditions, withCondition, writeConditions } from './conditions.ts'
import classes from './drill.module.css'

const ConditionForm = lazy(async () => ({ default: (await import('./ConditionForm.tsx')).ConditionForm }))

interface ConditionChipsProps {
  readonly project: number
  /** As the URL has them. */
  readonly applied: string | undefined
  readonly onApply: (conditions: string | undefined) => void
}

/** The property filters of the dashboard's reader, and the way to another one. */
export function ConditionChips({ project, applied, onApply }: ConditionChipsProps) {
  const conditions = readConditions(applied)
  return (
    <div className={classes.chips} role="group" aria-label={say('Property filters')}>
      {conditions.map((condition, index) => {
        const { name, words } = conditionParts(condition)
        return (
          <span key={`${condition.type} ${condition.key}`} className={classes.chip}>
            <span>
              <b>{name}</b> {words}
            </span>
            <button
              type="button"
              className={classes.remove}
              aria-label={say('Remove the filter {name}', { name })}
              onClick={() => onApply(writeConditions(conditions.toSpliced(index, 1)))}
            >
              <span aria-hidden="true">×</span>
            </button>
          </span>
        )
      })}
      <Dropdown
        label={say('Add a filter')}
        button={say('Filter')}
        buttonProps={{ leftSection: <Icon name="plus" /> }}
      >
        {(close) => (
          <Suspense fallback={<p role="status">{say('Loading…')}</p>}>
            <ConditionForm
              project={project}
              onAdd={(added) => {
                close()
                onApply(writeConditions(withCondition(conditions, added)))
              }}
            />
          </Suspense>
        )}
      </Dropdown>
    </div>
  )
}
