export const channelForm = {
  telegram: {
    botToken: {
      label: '机器人令牌（Token）',
      help: '在 Telegram 里打开 @BotFather 的对话，发送 /newbot 并按提示操作，然后把它发来的最后一条消息粘贴到这里，整条粘贴即可。',
      placeholder: '123456789:AA…',
    },
    apiRoot: {
      label: '服务器地址',
      help: '只有自己架设了 Bot API 服务器时才需要修改。',
      placeholder: 'https://api.telegram.org',
    },
  },
}
