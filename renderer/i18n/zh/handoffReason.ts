export const handoffReason = {
  'no-knowledge': '知识库里没有能回答的内容',
  'not-sure': '知识库里有相近的内容，但把握不够',
  'asked-for-person': '客户要求人工回复',
  'nothing-to-read': '这条消息里没有可读的文字',
  'automated-sender': '这是机器自动发出的消息',
  'looks-like-robot': '对方看起来是自动回复的机器人',
  'too-many-replies': '短时间内助手在这里已经回复了很多次',
  'follow-up-unclear': '这句话承接上文，单独看不够清楚',
  sensitive: '这件事最好由你亲自回复',
  'index-unavailable': '知识库搜索还没准备好',
  failed: '助手没能处理完这条消息',
}
