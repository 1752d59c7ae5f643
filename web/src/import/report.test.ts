import { expect, test } from 'vitest'
import { reportText } from './report.ts'

test('a report is CSV of lines, columns and reasons', () => {
  expect(reportText([{ kind: 'rejected', line: 3, column: 'amount', reason: '"x" is no number' }])).toBe(
    'kind,line,column,reason\r\nrejected,3,amount,"""x"" is no number"\r\n',
  )
})

test('no cell of a report is computed by a spreadsheet', () => {
  const text = reportText([{ kind: 'warning', line: 1, column: '=1+1', reason: '@x,\n' }])
  expect(text.split('\r\n')[1]).toBe('warning,1,\'=1+1,"\'@x,\n"')
})
