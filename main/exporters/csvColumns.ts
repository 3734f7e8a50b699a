import type { Language } from '#contract/settings.ts'

/** A column of a file: its key, its heading in each language, and what stands in it. */
export interface Column {
  readonly key: string
  readonly en: string
  readonly 'zh-CN': string
  readonly meaning: string
}

const column = (key: string, en: string, zh: string, meaning: string): Column => ({ key, en, 'zh-CN': zh, meaning })

const clock = 'On the shop’s clock, as YYYY-MM-DD HH:MM:SS.'

export const conversationColumns: readonly Column[] = [
  column('conversation_id', 'Conversation', '对话编号', 'The id that `export conversation` takes.'),
  column('began_at', 'Began', '开始时间', `The contact’s first message. ${clock}`),
  column('last_at', 'Last event', '最后动态', `The last of anything. ${clock}`),
  column('channel', 'Channel', '渠道', 'The kind of channel.'),
  column('channel_name', 'Account', '渠道名称', 'The channel’s own name.'),
  column('contact', 'Customer', '客户', 'The name, or a number that stays the same when personal data is left out.'),
  column('address', 'Address', '地址', 'The address on that channel; empty without personal data.'),
  column('subject', 'Subject', '主题', 'Of a mail.'),
  column('status', 'Status', '状态', 'Open, snoozed or resolved.'),
  column('handler', 'Who answers', '由谁答复', 'The assistant or the shop.'),
  column('answered_by', 'Answered by', '答复者', 'The assistant alone, both, the shop alone, or nobody.'),
  column(
    'first_reply_minutes',
    'First reply (minutes)',
    '首次回复（分钟）',
    'From the first message to the first answer.',
  ),
  column('first_reply_by', 'First reply by', '首次回复者', 'The assistant or the shop.'),
  column(
    'resolved_minutes',
    'Resolved (minutes)',
    '解决（分钟）',
    'From the first message until it was last resolved.',
  ),
  column(
    'outcome',
    'Outcome',
    '结果',
    'Of what the assistant answered alone: confirmed, assumed, reopened, abandoned, or not decided yet.',
  ),
  column('handoffs', 'Handoffs', '转交次数', 'How often the assistant passed on.'),
  column('handoff_reason', 'Reason of the last handoff', '最近一次转交原因', 'Why it did.'),
  column(
    'handoff_wait_minutes',
    'Wait after the last handoff (minutes)',
    '转交后等待（分钟）',
    'Until the shop’s next message.',
  ),
  column('topics', 'Topics', '主题类别', 'What it was about, apart by semicolons.'),
  column('language', 'Language', '语言', 'What the contact writes in.'),
  column('mood', 'Mood', '情绪', 'The strongest one that their words showed.'),
  column('labels', 'Labels', '标签', 'Apart by semicolons.'),
  column('messages_received', 'Messages received', '收到的消息', 'In the whole conversation.'),
  column('messages_by_assistant', 'Messages by the assistant', '助手发出的消息', 'That were sent.'),
  column('messages_by_shop', 'Messages by the shop', '店铺发出的消息', 'That were sent.'),
]

export const noteColumn = column('notes', 'Private notes', '私人备注', 'The owner’s notes; only when asked for.')

export const messageColumns: readonly Column[] = [
  column('message_id', 'Message', '消息编号', 'Unique in the data folder.'),
  column('conversation_id', 'Conversation', '对话编号', 'The one it belongs to.'),
  column('at', 'Time', '时间', `When it was written, or when it left. ${clock}`),
  column('channel', 'Channel', '渠道', 'The kind of channel.'),
  column('contact', 'Customer', '客户', 'The name, or a number that stays the same when personal data is left out.'),
  column('address', 'Address', '地址', 'The contact’s address on that channel; empty without personal data.'),
  column('author', 'Author', '作者', 'The customer, the assistant or the shop.'),
  column('kind', 'Kind', '类型', 'A message, or a private note when notes are asked for.'),
  column('text', 'Text', '内容', 'Without quoted history and signature.'),
  column('attachments', 'Attachments', '附件', 'Names, apart by semicolons.'),
  column('delivery', 'Delivery', '发送状态', 'Of what was sent.'),
  column('machine', 'Machine', '自动消息', 'Why it counts as sent by a machine.'),
]

export function headings(columns: readonly Column[], language: Language): string[] {
  return columns.map(one => one[language])
}
