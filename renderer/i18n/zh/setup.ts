export const setup = {
  title: '欢迎使用 Keepdesk',
  description: '只有四个小步骤，都可以跳过，以后再补。所有数据都留在这台电脑上。',
  progress: '已完成 {{done}} / {{total}}',
  steps: '步骤',
  done: '已完成',
  shop: {
    title: '你的店铺',
    body: '店铺叫什么名字？你习惯看哪种语言？',
  },
  knowledge: {
    title: '你的知识',
    body: '把客户最常问的答案告诉助手。先有十来条就很不错了。',
    ready_other: '已经有 {{formatted}} 个条目，随时可以再加。',
  },
  channel: {
    title: '客户从哪里来',
    body: '接入你的邮箱或 Telegram 机器人。助手一开始只起草回复，由你来发送。',
    ready: '已接入：{{names}}',
  },
  tryout: {
    title: '试一试',
    body: '像客户一样问一句，看看助手会怎么说。',
    needsKnowledge: '知识库还是空的，助手会把每个问题都转给你。没关系，以后再试也行。',
    models: '可以在这台电脑上装一个语言模型，让回复读起来更自然。不装也行，以后随时可以加。',
    toModels: '看看有哪些模型',
  },
  finish: '打开收件箱',
  leave: '以后再设置',
  loadFailed: '没能读取进度。',
}
