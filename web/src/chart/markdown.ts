import { Lexer, type Token, type Tokens } from 'marked'
import { createElement, type ReactNode } from 'react'
import { never } from '../lib/never.ts'

/**
 * Markdown as React elements. The text is never turned into HTML: what the author wrote as HTML is
 * shown as the text it is, pictures (which would load from other hosts) as their description.
 */
export function markdown(text: string): ReactNode[] {
  return Lexer.lex(text).map((token, index) => draw(token as KnownToken, index))
}

type KnownToken =
  | Tokens.Blockquote
  | Tokens.Br
  | Tokens.Checkbox
  | Tokens.Code
  | Tokens.Codespan
  | Tokens.Def
  | Tokens.Del
  | Tokens.Em
  | Tokens.Escape
  | Tokens.Heading
  | Tokens.Hr
  | Tokens.HTML
  | Tokens.Tag
  | Tokens.Image
  | Tokens.Link
  | Tokens.List
  | Tokens.ListItem
  | Tokens.Paragraph
  | Tokens.Space
  | Tokens.Strong
  | Tokens.Table
  | Tokens.Text

function inner(tokens: readonly Token[] | undefined): ReactNode[] {
  return (tokens ?? []).map((token, index) => draw(token as KnownToken, index))
}

function draw(token: KnownToken, key: number): ReactNode {
  switch (token.type) {
    case 'blockquote':
      return createElement('blockquote', { key }, inner(token.tokens))
    case 'br':
      return createElement('br', { key })
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ '
    case 'code':
      return createElement('pre', { key }, createElement('code', null, token.text))
    case 'codespan':
      return createElement('code', { key }, token.text)
    case 'del':
      return createElement('del', { key }, inner(token.tokens))
    case 'em':
      return createElement('em', { key }, inner(token.tokens))
    case 'heading':
      // The card's own heading is of the third level.
      return createElement(`h${Math.min(6, token.depth + 3)}`, { key }, inner(token.tokens))
    case 'hr':
      return createElement('hr', { key })
    case 'image':
      return token.text
    case 'link':
      return link(token, key)
    case 'list':
      return createElement(token.ordered ? 'ol' : 'ul', { key }, inner(token.items))
    case 'list_item':
      return createElement('li', { key }, inner(token.tokens))
    case 'paragraph':
      return createElement('p', { key }, inner(token.tokens))
    case 'strong':
      return createElement('strong', { key }, inner(token.tokens))
    case 'table':
      return table(token, key)
    case 'text':
      return 'tokens' in token && token.tokens ? inner(token.tokens) : token.text
    case 'escape':
    case 'html':
      return token.text
    case 'def':
    case 'space':
      return null
    default:
      return never(token)
  }
}

function link({ href, tokens }: Tokens.Link, key: number): ReactNode {
  const allowed = /^(https?:|mailto:|\/(?!\/)|#)/i.test(href)
  if (!allowed) return inner(tokens)
  return createElement('a', { key, href, target: '_blank', rel: 'noreferrer noopener' }, inner(tokens))
}

function table({ header, rows }: Tokens.Table, key: number): ReactNode {
  const cells = (kind: 'th' | 'td', row: readonly Tokens.TableCell[]) =>
    row.map((cell, index) => createElement(kind, { key: index }, inner(cell.tokens)))
  const head = createElement('thead', null, createElement('tr', null, cells('th', header)))
  const body = rows.map((row, index) => createElement('tr', { key: index }, cells('td', row)))
  return createElement('table', { key }, head, createElement('tbody', null, body))
}
