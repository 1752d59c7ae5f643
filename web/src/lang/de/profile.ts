import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  '@name': '@name',
  'Access token': 'Zugriffstoken',
  'Account id': 'Kennung des Kontos',
  'Address in place of the network’s': 'Adresse anstelle der des Netzwerks',
  'By the clock': 'Nach der Uhr',
  Connect: 'Verbinden',
  Connected: 'Verbunden',
  'Connected {day}': 'Verbunden am {day}',
  'Cut off': 'Abgebrochen',
  Disconnect: 'Trennen',
  'Disconnect now': 'Jetzt trennen',
  'Disconnect {network}': '{network} trennen',
  'Disconnect {network} now': '{network} jetzt trennen',
  Handle: 'Benutzername',
  'Log in at {network}': 'Bei {network} anmelden',
  'Name of the user': 'Name der Person',
  Network: 'Netzwerk',
  'No accounts': 'Keine Konten',
  'Nothing was collected yet. The clock does it every day at 03:00 UTC.':
    'Noch wurde nichts abgerufen. Das geschieht jeden Tag um 03:00 Uhr UTC.',
  'Number of the account': 'Nummer des Kontos',
  'Number of the organisation': 'Nummer der Organisation',
  'Number of the page': 'Nummer der Seite',
  'Number of the professional account': 'Nummer des professionellen Kontos',
  'Number of the user': 'Nummer der Person',
  'On request': 'Auf Wunsch',
  'Only hosts that the server’s configuration lists':
    'Nur Hosts, die in der Konfiguration des Servers stehen',
  Page: 'Seite',
  Reconnect: 'Neu verbinden',
  'Reconnect {network}': '{network} neu verbinden',
  'Refresh token': 'Erneuerungstoken',
  'The channel, UC…': 'Der Kanal, UC…',
  'The did:plc:… or the handle': 'Die did:plc:… oder der Benutzername',
  'The open_id': 'Die open_id',
  'Under way': 'Läuft',
  'Without a token': 'Ohne Token',
  '{network}: collected': '{network}: abgerufen',
  '{network} is connected.': '{network} ist verbunden.',
  '{network} is not connected: leave was not given.':
    '{network} ist nicht verbunden: Die Erlaubnis wurde nicht gegeben.',
  '{network} gave no token. The server’s log says why; try again.':
    '{network} gab kein Token. Das Protokoll des Servers nennt den Grund; versuchen Sie es noch einmal.',
  'The answer of {network} came too late. Start anew.':
    'Die Antwort von {network} kam zu spät. Beginnen Sie von vorn.',
  'Delete profile': 'Profil löschen',
  'Delete {name}?': '{name} löschen?',
  'Its accounts and their tokens go. What was collected stays, and is shown as before.':
    'Die Konten und ihre Tokens werden gelöscht. Was abgerufen wurde, bleibt und wird wie bisher gezeigt.',
}
