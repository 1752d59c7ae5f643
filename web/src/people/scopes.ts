import { say } from '../lang/say.ts'

/** What keys are given leave for. */
export const objects = [
  'dashboard',
  'insight',
  'query',
  'project',
  'action',
  'activity_log',
  'alert',
  'annotation',
  'cohort',
  'dashboard_template',
  'event_definition',
  'export',
  'feature_flag',
  'insight_variable',
  'organization',
  'person',
  'property_definition',
  'sharing_configuration',
  'subscription',
  'user',
] as const

export type Access = '' | 'read' | 'write'

export type Choice = Readonly<Record<string, Access>>

/** Leave that is often given; `choice` stands for one object by one. */
export const presets = [
  { value: 'all', label: () => say('Everything its owner may do'), scopes: ['*'] },
  {
    value: 'look',
    label: () => say('Look at dashboards and their answers'),
    scopes: ['dashboard:read', 'insight:read', 'query:read'],
  },
  {
    value: 'edit',
    label: () => say('Edit dashboards'),
    scopes: ['dashboard:write', 'insight:write', 'query:read'],
  },
  { value: 'fill', label: () => say('Send rows of datasets'), scopes: ['project:write'] },
  { value: 'choice', label: () => say('Chosen one by one…'), scopes: [] },
] as const

export function scopesOf(choice: Choice): string[] {
  return Object.entries(choice)
    .filter(([, access]) => access !== '')
    .map(([object, access]) => `${object}:${access}`)
}
