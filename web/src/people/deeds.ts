import { say } from '../lang/say.ts'

/** What can be found in the audit, as people call it. */
export const deeds: Readonly<Record<string, () => string>> = {
  signed_in: () => say('Signed in'),
  sign_in_failed: () => say('Failed to sign in'),
  signed_out_others: () => say('Signed out elsewhere'),
  password_changed: () => say('Changed the password'),
  password_reset: () => say('Reset a password'),
  user_invited: () => say('Made a user'),
  user_changed: () => say('Changed a user'),
  user_removed: () => say('Removed a user'),
  key_created: () => say('Made a key'),
  key_changed: () => say('Changed a key'),
  key_rolled: () => say('Renewed a key'),
  key_revoked: () => say('Revoked a key'),
  project_created: () => say('Made a project'),
  project_changed: () => say('Changed a project'),
  currency_changed: () => say('Changed the currency'),
  dashboard_deleted: () => say('Deleted a dashboard'),
  dashboard_restored: () => say('Restored a dashboard'),
  shared: () => say('Shared'),
  unshared: () => say('Stopped sharing'),
  imported: () => say('Imported a file'),
  account_connected: () => say('Connected an account'),
  account_disconnected: () => say('Disconnected an account'),
}

/** A newer server may know more deeds than this page. */
export function deedText(deed: string): string {
  return deeds[deed]?.() ?? deed
}
