import type { HandoffReason } from '#contract/assistant.ts'
import type { Conversation } from '#contract/conversation.ts'
import type { ActivityCode, Attachment, Automated, DeliveryState, Message } from '#contract/message.ts'
import type { Language } from '#contract/settings.ts'

/** The few fixed words of an exported conversation. It is a record for others to read, so it says "the shop", not "you". */
export interface ExportWords {
  title(contact: string): string
  shop: string
  contact: string
  channel: string
  subject: string
  status: string
  exportedAt: string
  timeZone: string
  messageCount(count: number): string
  noSubject: string
  noName: string
  noText: string
  message: string
  statuses: Record<Conversation['status'], string>
  channels: Record<Conversation['channelKind'], string>
  authors: Record<Message['author'], string>
  deliveries: Record<DeliveryState, string>
  automated: Record<Automated, string>
  quoted: string
  attachments: string
  missing: Record<Exclude<Attachment['missing'], null>, string>
  mismatch: string
  designedMail: string
  sources: string
  noSources: string
  entry: string
  activities: Record<ActivityCode, string>
  /** Between what happened and its detail. */
  colon: string
  handoffReasons: Record<HandoffReason, string>
}

const en: ExportWords = {
  title: contact => `Conversation with ${contact}`,
  shop: 'Shop',
  contact: 'Customer',
  channel: 'Channel',
  subject: 'Subject',
  status: 'Status',
  exportedAt: 'Exported',
  timeZone: 'Times are in',
  messageCount: count => (count === 1 ? '1 message' : `${count} messages`),
  noSubject: 'none',
  noName: 'Unknown',
  message: 'Message',
  noText: 'This message has no text.',
  statuses: { open: 'Open', snoozed: 'Snoozed', resolved: 'Resolved' },
  channels: { email: 'Email', telegram: 'Telegram', demo: 'Demo' },
  authors: { contact: 'Customer', owner: 'Shop', assistant: 'Assistant of the shop' },
  deliveries: {
    queued: 'Waiting to be sent',
    sending: 'Being sent',
    sent: 'Sent',
    failed: 'Not sent',
    uncertain: 'May have been sent',
  },
  automated: {
    'auto-reply': 'Automatic reply',
    bulk: 'Mailing list or newsletter',
    bounce: 'Delivery report',
    bot: 'Written by a bot',
  },
  quoted: 'Earlier text and signature',
  attachments: 'Attachments',
  missing: {
    'too-big': 'too big, left with the provider',
    quota: 'not kept: this sender sent too much in one day',
    unavailable: 'not available any more',
  },
  mismatch: 'not what its name says',
  designedMail: 'This mail also had a designed form, which is not part of this export.',
  sources: 'Based on',
  noSources: 'No source from the shop’s knowledge is recorded for this message.',
  entry: 'Entry',
  activities: {
    'handed-off': 'The assistant passed the conversation to the shop',
    'taken-over': 'The shop took over from the assistant',
    'handed-back': 'The shop handed the conversation back to the assistant',
    resolved: 'Resolved',
    reopened: 'Reopened',
    snoozed: 'Snoozed',
    'woke-up': 'Back from snooze',
    merged: 'Merged with another contact',
    split: 'Separated into a contact of its own',
    'suggestion-discarded': 'The shop discarded a suggestion of the assistant',
    'send-undone': 'The shop took a reply back before it was sent',
    'topic-auto': 'The assistant answers this topic by itself from now on',
    'topic-draft': 'The assistant only suggests answers on this topic from now on',
    note: 'Private note of the shop',
    'schedule-stopped': 'A scheduled reply of the shop was not sent and became a draft again',
    unmerged: 'Merging with another contact was undone',
  },
  colon: ': ',
  handoffReasons: {
    'no-knowledge': 'nothing in the shop’s knowledge answers this',
    'not-sure': 'something similar is in the shop’s knowledge, but it is not certain enough',
    'asked-for-person': 'the customer asked for a person',
    'nothing-to-read': 'there is no text to read in the message',
    'automated-sender': 'a machine sent the message',
    'looks-like-robot': 'it looks like a robot answering back',
    'too-many-replies': 'the assistant had already answered often in a short time',
    'follow-up-unclear': 'it refers to something earlier and is not clear by itself',
    sensitive: 'it should be answered in person',
    upset: 'the customer should hear from the shop in person',
    'failed-turns': 'the assistant could not help twice in a row',
    'owner-decides': 'only the shop can decide this',
    'not-verified': 'the customer could not show that the order is theirs',
    procedure: 'the shop’s own procedure passes this on',
    'index-unavailable': 'search in the shop’s knowledge was not ready',
    'model-crashed': 'the language model failed three times over this message',
    failed: 'the assistant could not finish its work',
  },
}

const zh: ExportWords = {
  title: contact => `与 ${contact} 的对话`,
  shop: '店铺',
  contact: '客户',
  channel: '渠道',
  subject: '主题',
  status: '状态',
  exportedAt: '导出时间',
  timeZone: '时间所用时区',
  messageCount: count => `${count} 条消息`,
  noSubject: '无',
  noName: '未知',
  message: '消息',
  noText: '这条消息没有文字。',
  statuses: { open: '进行中', snoozed: '已推迟', resolved: '已解决' },
  channels: { email: '邮件', telegram: 'Telegram', demo: '演示' },
  authors: { contact: '客户', owner: '店铺', assistant: '店铺的助手' },
  deliveries: {
    queued: '等待发送',
    sending: '正在发送',
    sent: '已发送',
    failed: '未发出',
    uncertain: '可能已经发出',
  },
  automated: { 'auto-reply': '自动回复', bulk: '邮件列表或订阅邮件', bounce: '退信通知', bot: '机器人发送' },
  quoted: '引用内容和签名',
  attachments: '附件',
  missing: {
    'too-big': '文件太大，留在服务商那里',
    quota: '未保存：这位发件人一天内发送过多',
    unavailable: '已无法获取',
  },
  mismatch: '内容与名称不符',
  designedMail: '这封邮件还有带样式的版本，不包含在本次导出中。',
  sources: '依据',
  noSources: '这条消息没有记录店铺知识库中的依据。',
  entry: '条目',
  activities: {
    'handed-off': '助手把对话交给了店铺',
    'taken-over': '店铺从助手那里接手了对话',
    'handed-back': '店铺把对话交还给了助手',
    resolved: '已解决',
    reopened: '重新打开',
    snoozed: '已推迟',
    'woke-up': '推迟时间已到',
    merged: '与另一位联系人合并',
    split: '拆分为独立联系人',
    'suggestion-discarded': '店铺放弃了助手的一条建议',
    'send-undone': '店铺在发出前撤回了一条回复',
    'topic-auto': '从现在起助手会自动回复这类问题',
    'topic-draft': '从现在起助手对这类问题只给出建议',
    note: '店铺的内部备注',
    'schedule-stopped': '店铺的一条定时回复没有发出，已变回草稿',
    unmerged: '撤销了与另一位联系人的合并',
  },
  colon: '：',
  handoffReasons: {
    'no-knowledge': '店铺的知识库里没有能回答的内容',
    'not-sure': '知识库里有相近的内容，但把握不够',
    'asked-for-person': '客户要求人工回复',
    'nothing-to-read': '消息里没有可读的文字',
    'automated-sender': '这是机器自动发出的消息',
    'looks-like-robot': '对方看起来是自动回复的机器人',
    'too-many-replies': '短时间内助手已经回复了很多次',
    'follow-up-unclear': '这句话承接上文，单独看不够清楚',
    sensitive: '这件事应由店铺亲自回复',
    upset: '这位客户应由店铺亲自回复',
    'failed-turns': '助手连续两次没能帮上忙',
    'owner-decides': '这件事只能由店铺决定',
    'not-verified': '客户未能证明订单是本人的',
    procedure: '店铺自己的流程规定转交',
    'index-unavailable': '知识库搜索当时还没准备好',
    'model-crashed': '语言模型处理这条消息时连续失败三次',
    failed: '助手没能处理完这条消息',
  },
}

export function exportWords(language: Language): ExportWords {
  return language === 'zh-CN' ? zh : en
}
