import { expect, test } from 'vitest'
import { agentText } from './agent.ts'

test('browsers are told apart although they name each other', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  expect(
    agentText(`Mozilla/5.0 (Windows NT 10.0; Win64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`),
  ).toBe('Edge · Windows')
  expect(agentText(`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Safari/537.36`)).toBe(
    'Chrome · Linux',
  )
  expect(
    agentText('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1'),
  ).toBe('Safari · iPhone')
  expect(agentText('curl/8.5.0')).toBe('curl')
})

test('what is no known browser is shown as it is', () => {
  expect(agentText('')).toBe('')
  expect(agentText('robot/1.0')).toBe('robot/1.0')
})
