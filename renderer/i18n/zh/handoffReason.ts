export const handoffReason = {
  'no-knowledge': '知识库里没有相关内容',
  'not-sure': '助手没有足够把握',
  'asked-for-person': '客户要求转人工',
  'nothing-to-read': '只有图片或文件，或没有可读内容',
  'automated-sender': '由机器自动发送，不作回复',
  'looks-like-robot': '反复收到相同消息，对方可能是机器人',
  'too-many-replies': '短时间内自动回复过多',
  'follow-up-unclear': '追问的意思不清楚',
  sensitive: '敏感内容：投诉、款项、法律、健康或个人信息',
  'index-unavailable': '知识库暂时无法检索',
  failed: '准备回复时出错',
}
