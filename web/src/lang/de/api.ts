import type { Catalogue } from '../language.ts'

export const sentences: Catalogue = {
  'Something went wrong in the page. Reload it; if it happens again, report it.':
    'Auf dieser Seite ist etwas schiefgegangen. Laden Sie sie neu; wenn es wieder geschieht, melden Sie es.',
  'The server cannot be reached. Check the connection and try again.':
    'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  'The server failed (status {status}). Try again in a moment.':
    'Der Server hat versagt (Status {status}). Versuchen Sie es gleich noch einmal.',
  'The server refused the request (status {status}).':
    'Der Server hat die Anfrage abgelehnt (Status {status}).',
  'This is not the password.': 'Das ist nicht das Passwort.',
  'Too many calls at once. Wait a moment and try again.':
    'Zu viele Aufrufe auf einmal. Warten Sie einen Moment und versuchen Sie es erneut.',
  'You are not allowed to do this.': 'Sie dürfen das nicht.',
  'You are not logged in.': 'Sie sind nicht angemeldet.',
  'Your session has ended. Reload the page to log in again; what you did not save is kept.':
    'Ihre Sitzung ist beendet. Laden Sie die Seite neu, um sich wieder anzumelden; was nicht gespeichert ist, bleibt aufgehoben.',
}
