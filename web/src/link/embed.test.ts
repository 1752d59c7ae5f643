import { expect, test } from 'vitest'
import { addressOf, frameText } from './embed.ts'

test('a frame is ready to be copied, whatever the dashboard is called', () => {
  expect(addressOf('https://facet.example', 'abc')).toBe('https://facet.example/shared/abc')
  expect(frameText('https://facet.example', 'abc', 'Q&A "now" <b>', 480)).toBe(
    '<iframe src="https://facet.example/embedded/abc" title="Q&amp;A &quot;now&quot; &lt;b&gt;" width="100%"' +
      ' height="480" style="border: 0" loading="lazy"></iframe>',
  )
})
