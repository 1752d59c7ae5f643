import { say } from '../../lang/say.ts'
import type { Option } from '../field.ts'

/** How values of a type are compared. Types are those of properties and of the columns of datasets. */
export function operatorsFor(type: string): readonly Option[] {
  switch (type.toLowerCase()) {
    case 'numeric':
    case 'number':
    case 'integer':
      return [...equality(), ...numbers(), ...presence()]
    case 'boolean':
    case 'texts':
      return [...equality(), ...presence()]
    case 'datetime':
    case 'time':
      return [...dates(), ...presence()]
    case 'date':
      return [...equality(), ...dates(), ...presence()]
    case 'string':
    case 'text':
      return [...equality(), ...texts(), ...presence()]
    case 'element':
      return [...equality(), ...texts().slice(0, 2), ...presence()]
    case 'selector':
      return equality()
    case 'cohort':
      return [
        { value: 'in', label: say('is in') },
        { value: 'not_in', label: say('is not in') },
      ]
    default:
      return [...equality(), ...texts(), ...numbers(), ...dates(), ...presence()]
  }
}

/** How many values an operator compares with. */
export function arityOf(operator: string): 'none' | 'one' | 'two' | 'some' {
  if (operator === 'is_set' || operator === 'is_not_set') return 'none'
  if (operator === 'between' || operator === 'not_between') return 'two'
  return ['exact', 'is_not', 'in', 'not_in', 'icontains', 'not_icontains', ''].includes(operator)
    ? 'some'
    : 'one'
}

function equality(): readonly Option[] {
  return [
    { value: 'exact', label: say('is') },
    { value: 'is_not', label: say('is not') },
  ]
}

function texts(): readonly Option[] {
  return [
    { value: 'icontains', label: say('contains') },
    { value: 'not_icontains', label: say('does not contain') },
    { value: 'regex', label: say('matches') },
    { value: 'not_regex', label: say('does not match') },
    { value: 'is_cleaned_path_exact', label: say('is the page') },
  ]
}

function numbers(): readonly Option[] {
  return [
    { value: 'gt', label: say('is greater than') },
    { value: 'gte', label: say('is at least') },
    { value: 'lt', label: say('is less than') },
    { value: 'lte', label: say('is at most') },
    { value: 'between', label: say('is between') },
    { value: 'not_between', label: say('is not between') },
  ]
}

function dates(): readonly Option[] {
  return [
    { value: 'is_date_exact', label: say('is on') },
    { value: 'is_date_before', label: say('is before') },
    { value: 'is_date_after', label: say('is after') },
  ]
}

function presence(): readonly Option[] {
  return [
    { value: 'is_set', label: say('is set') },
    { value: 'is_not_set', label: say('is not set') },
  ]
}
