import { say } from '../lang/say.ts'

/** What to ask for when an account of a network is connected. */
export interface Platform {
  readonly key: string
  readonly name: string
  /** Where the account's id is found. */
  readonly hint: () => string
  /** A page or organisation within the account, where the network has them. */
  readonly part?: { readonly field: 'page_id' | 'page_urn'; readonly label: () => string }
  /** Whether a person can give leave at the network, instead of a token made by hand. */
  readonly asks: boolean
}

export const platforms: readonly Platform[] = [
  { key: 'instagram', name: 'Instagram', hint: () => say('Number of the professional account'), asks: true },
  { key: 'tiktok', name: 'TikTok', hint: () => say('The open_id'), asks: true },
  {
    key: 'linkedin',
    name: 'LinkedIn',
    hint: () => say('Number of the organisation'),
    part: { field: 'page_urn', label: () => say('Organisation') },
    asks: true,
  },
  {
    key: 'facebook',
    name: 'Facebook',
    hint: () => say('Number of the page'),
    part: { field: 'page_id', label: () => say('Page') },
    asks: true,
  },
  { key: 'x', name: 'X', hint: () => say('Number of the user'), asks: true },
  { key: 'youtube', name: 'YouTube', hint: () => say('The channel, UC…'), asks: true },
  { key: 'threads', name: 'Threads', hint: () => say('Number of the user'), asks: true },
  { key: 'pinterest', name: 'Pinterest', hint: () => say('Number of the account'), asks: true },
  { key: 'reddit', name: 'Reddit', hint: () => say('Name of the user'), asks: true },
  { key: 'bluesky', name: 'Bluesky', hint: () => say('The did:plc:… or the handle'), asks: false },
]

/** A platform's name as people write it; unknown ones are called by their key. */
export function platformName(key: string): string {
  return platforms.find((platform) => platform.key === key)?.name ?? key
}
