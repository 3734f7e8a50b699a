export const channelNote = {
  'webhook-will-be-removed': '目前有另一个服务在接收这个机器人的消息。连接后，Keepdesk 会停用它，改为自己接收。',
}
