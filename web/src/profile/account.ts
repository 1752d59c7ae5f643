import type { Account, NewAccount } from '../api/profiles.ts'

const fields = ['access_token', 'refresh_token', 'handle', 'base_url', 'page_id', 'page_urn'] as const

/** What a filled-in form connects: fields that are blank are left out. */
export function accountOf(form: FormData): NewAccount {
  const given = fields.flatMap((field) => {
    const text = textOf(form, field)
    return text === '' ? [] : [[field, text] as const]
  })
  return { account_id: textOf(form, 'account_id'), ...Object.fromEntries(given) }
}

/** Whether an account is already what is wanted, tokens aside. */
export function isAsWanted(account: Account, wanted: NewAccount): boolean {
  const parts = ['account_id', 'handle', 'base_url', 'page_id', 'page_urn'] as const
  return parts.every((part) => (account[part] ?? undefined) === wanted[part])
}

/** The same without tokens: the network is to give them. */
export function withoutTokens({ access_token: _, refresh_token: __, ...rest }: NewAccount): NewAccount {
  return rest
}

function textOf(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value.trim() : ''
}
