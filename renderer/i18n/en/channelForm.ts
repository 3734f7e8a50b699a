/** Labels of the fields that channels describe themselves: `<kind>.<field>.label`, `.help`, `.placeholder`, `.options.<value>`. */
export const channelForm = {
  telegram: {
    botToken: {
      label: 'Bot token',
      help: 'In Telegram, open a chat with @BotFather, send /newbot and follow the steps. Then paste its last message here – the whole message is fine.',
      placeholder: '123456789:AA…',
    },
    apiRoot: {
      label: 'Server address',
      help: 'Change this only if you run your own Bot API server.',
      placeholder: 'https://api.telegram.org',
    },
  },
}
