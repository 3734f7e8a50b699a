/** Remarks of a channel's test. */
export const channelNote = {
  'webhook-will-be-removed':
    'Another service receives this bot’s messages at the moment. When you connect, Keepdesk switches that off and reads them itself.',
}
