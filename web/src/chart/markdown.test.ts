import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markdown } from './markdown.ts'

const html = (text: string) => renderToStaticMarkup(createElement(Fragment, null, markdown(text)))

test('the usual marks are drawn, headings below those of the card', () => {
  expect(html('# Plan\n\nShip **it** `now`')).toBe(
    '<h4>Plan</h4><p>Ship <strong>it</strong> <code>now</code></p>',
  )
  expect(html('- a\n- b')).toBe('<ul><li>a</li><li>b</li></ul>')
})

test('HTML is text', () => {
  expect(html('<script>alert(1)</script>')).not.toContain('<script>')
  expect(html('a <img src=x onerror=alert(1)> b')).not.toContain('<img')
})

test('entities and quotes are not escaped twice', () => {
  expect(html('a & b, it\'s "c"')).toBe('<p>a &amp; b, it&#x27;s &quot;c&quot;</p>')
})

test('links lead to web addresses only and pictures load nothing', () => {
  expect(html('[x](javascript:alert(1))')).toBe('<p>x</p>')
  expect(html('[x](https://facet.example/)')).toContain('rel="noreferrer noopener"')
  expect(html('![a cat](https://other.example/cat.png)')).toBe('<p>a cat</p>')
})
