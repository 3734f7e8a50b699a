export const channelNote = {
  'sent-folder-found': '你的回信也会保存在邮箱的“已发送”文件夹里。',
  'no-sent-folder': '邮箱里还没有“已发送”文件夹，第一次回信时会自动创建。',
  'server-saves-sent': '邮箱服务商会自己把回信保存到“已发送”。',
  'no-push': '这个服务器不会主动通知新邮件，Keepdesk 每 20 秒查看一次。',
  'not-encrypted': '密码会以不加密的方式传送。请只在自己的内部网络这样做。',
  'webhook-will-be-removed': '目前有另一个服务在接收这个机器人的消息。连接后，Keepdesk 会停用它，改为自己接收。',
}
