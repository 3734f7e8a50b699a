/** Remarks of a channel's test. */
export const channelNote = {
  'sent-folder-found': 'Your answers will also be kept in the Sent folder of your mailbox.',
  'no-sent-folder': 'Your mailbox has no Sent folder yet; one will be made with the first answer.',
  'server-saves-sent': 'Your provider keeps your answers in its Sent folder by itself.',
  'no-push': 'This server does not announce new mail; Keepdesk looks every 20 seconds.',
  'not-encrypted': 'Your password travels unencrypted. Do this only inside your own network.',
  'webhook-will-be-removed':
    "Another service receives this bot's messages at the moment. When you connect, Keepdesk switches that off and reads them itself.",
}
