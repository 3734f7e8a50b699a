import type { Mood } from '#contract/understanding.ts'
import type { ValueTag } from '#contract/handover.ts'
import type { Language } from '#contract/settings.ts'
import type { HeadlineKey, OutcomeKey } from '#domain/report/headlines.ts'

/** The fixed words of a report that leaves the program: a record for others to read, so it says "the shop", not "you". */
export interface ReportWords {
  title: string
  of(shop: string): string
  compared(period: string): string
  madeAt: string
  timeZone: string
  headlines: Record<HeadlineKey, string>
  better: string
  worse: string
  same: string
  /** For one, and for others. */
  points: readonly [string, string]
  before: string
  none: string
  nothing: string
  conversationsOverTime: string
  average(count: string): string
  messagesOverTime: string
  received: string
  byAssistant: string
  byOwner: string
  total: string
  answeredBy: string
  answeredByWays: Record<'assistant' | 'both' | 'owner' | 'nobody', string>
  outcomes: string
  outcomesHelp: string
  outcome: Record<OutcomeKey, [name: string, help: string]>
  times: string
  median: string
  slowest: string
  measured: string
  time: Record<'firstReply' | 'firstReplyByAssistant' | 'firstReplyByOwner' | 'resolution' | 'handoffWait', string>
  promises(made: string, kept: string, broken: string, open: string): string
  handoffs: string
  handoffReasons: string
  hours: string
  topics: string
  severalTopics: string
  tick: string
  handedOver: string
  channels: string
  languages: string
  unknownLanguage: string
  moods: string
  mood: Record<Mood, string>
  unanswered: string
  unansweredHelp: string
  timesAsked(count: string): string
  last: string
  value: string
  valueCode: Record<ValueTag['code'], string>
  saved: string
  savedHelp(replies: string, minutes: string, measuredFrom: string | null): string
  figures: string
  day: string
  week: string
  month: string
  conversations: string
  messages: string
  share: string
  count: string
  hour: string
  weekdays: readonly string[]
  withoutPersonalData: string
}

const en: ReportWords = {
  title: 'Report',
  of: shop => `Report of ${shop}`,
  compared: period => `Compared with ${period}`,
  madeAt: 'Made',
  timeZone: 'Times are in',
  headlines: {
    conversations: 'Conversations',
    messagesReceived: 'Messages received',
    byAssistant: 'Answered by the assistant alone',
    firstReply: 'First reply after',
    resolution: 'Resolved after',
    handoffWait: 'Wait after a handoff',
    promises: 'Promised times kept',
    saved: 'Time saved',
  },
  better: 'better',
  worse: 'worse',
  same: 'as before',
  points: ['point', 'points'],
  before: 'Before',
  none: 'nothing to measure',
  nothing: 'Nobody wrote in this period.',
  conversationsOverTime: 'Conversations',
  average: count => `Dashed: the average of the period before, ${count}`,
  messagesOverTime: 'Messages',
  received: 'received',
  byAssistant: 'by the assistant',
  byOwner: 'by the shop',
  total: 'Total',
  answeredBy: 'Who answered',
  answeredByWays: {
    assistant: 'The assistant alone',
    both: 'The assistant and the shop',
    owner: 'The shop alone',
    nobody: 'Nobody',
  },
  outcomes: 'What became of what the assistant answered alone',
  outcomesHelp: 'Each conversation counts once. Silence is counted as such, not as success.',
  outcome: {
    confirmed: ['Confirmed', 'The customer said that it helped.'],
    assumed: ['Assumed', 'Nothing came for three days after the last answer.'],
    reopened: ['Reopened', 'The customer came back with the same matter after that.'],
    abandoned: ['Abandoned', 'A question of the assistant stayed without an answer, or the customer left unanswered.'],
    running: ['Not decided yet', 'The three days are not over.'],
  },
  times: 'Waiting times',
  median: 'Half within',
  slowest: 'Nine of ten within',
  measured: 'Measured',
  time: {
    firstReply: 'First reply',
    firstReplyByAssistant: 'First reply by the assistant',
    firstReplyByOwner: 'First reply by the shop',
    resolution: 'Resolved',
    handoffWait: 'Shop after a handoff',
  },
  promises: (made, kept, broken, open) =>
    `A time was promised ${made} times: kept ${kept}, not kept ${broken}, still open ${open}.`,
  handoffs: 'Handoffs',
  handoffReasons: 'Why the assistant passed on',
  hours: 'Busiest hours',
  topics: 'Topics',
  tick: 'The tick shows the period before.',
  severalTopics: 'A conversation can have several topics.',
  handedOver: 'passed on',
  channels: 'Channels',
  languages: 'Languages',
  unknownLanguage: 'Not recognised',
  moods: 'Moods',
  mood: {
    calm: 'Calm',
    satisfied: 'Satisfied',
    confused: 'Confused',
    anxious: 'Worried',
    disappointed: 'Disappointed',
    frustrated: 'Frustrated',
    angry: 'Angry',
    unsure: 'Hard to tell',
  },
  unanswered: 'Questions without an answer',
  unansweredHelp: 'What customers asked and the shop’s knowledge does not answer, most frequent first.',
  timesAsked: count => `${count}×`,
  last: 'Last asked',
  value: 'What it brought',
  valueCode: {
    'saved-time': 'Time saved',
    'refund-avoided': 'Refunds avoided',
    'exchange-instead-of-return': 'Exchanges instead of returns',
    'cross-sell-offered': 'Fitting products offered',
    'cross-sell-taken': 'Fitting products bought',
    'complaint-theme': 'Complaints about the same thing',
    'product-demand': 'Products asked for',
  },
  saved: 'Time saved',
  savedHelp: (replies, minutes, measuredFrom) =>
    measuredFrom === null
      ? `${replies} replies of the assistant, at ${minutes} each, as set by the shop.`
      : `${replies} replies of the assistant, at ${minutes} each, measured from ${measuredFrom} replies of the shop.`,
  figures: 'All figures',
  day: 'Day',
  week: 'Week from',
  month: 'Month from',
  conversations: 'Conversations',
  messages: 'Messages',
  share: 'Share',
  count: 'Number',
  hour: 'Hour',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  withoutPersonalData: 'Names, addresses and the like were left out.',
}

const zh: ReportWords = {
  title: '报告',
  of: shop => `${shop} 的报告`,
  compared: period => `与 ${period} 对比`,
  madeAt: '生成时间',
  timeZone: '时间所用时区',
  headlines: {
    conversations: '对话',
    messagesReceived: '收到的消息',
    byAssistant: '助手独立答复',
    firstReply: '首次回复用时',
    resolution: '解决用时',
    handoffWait: '转交后等待',
    promises: '按时兑现承诺',
    saved: '节省时间',
  },
  better: '更好',
  worse: '变差',
  same: '持平',
  points: ['个百分点', '个百分点'],
  before: '上期',
  none: '没有可衡量的数据',
  nothing: '这段时间没有人来信。',
  conversationsOverTime: '对话数',
  average: count => `虚线：上期平均 ${count}`,
  messagesOverTime: '消息数',
  received: '收到',
  byAssistant: '助手发出',
  byOwner: '店铺发出',
  total: '合计',
  answeredBy: '由谁答复',
  answeredByWays: { assistant: '助手独立', both: '助手和店铺', owner: '店铺独立', nobody: '无人答复' },
  outcomes: '助手独立答复的结果',
  outcomesHelp: '每个对话只算一次。客户沉默就记为沉默，不当作成功。',
  outcome: {
    confirmed: ['已确认', '客户说问题解决了。'],
    assumed: ['推定', '最后一次答复后三天没有再来信。'],
    reopened: ['再次来问', '之后客户又为同一件事来信。'],
    abandoned: ['中途放弃', '助手的提问没有得到回复，或客户没等到答复就离开了。'],
    running: ['尚未定论', '还不到三天。'],
  },
  times: '等待时间',
  median: '一半在此之内',
  slowest: '九成在此之内',
  measured: '样本数',
  time: {
    firstReply: '首次回复',
    firstReplyByAssistant: '助手首次回复',
    firstReplyByOwner: '店铺首次回复',
    resolution: '解决',
    handoffWait: '转交后店铺回复',
  },
  promises: (made, kept, broken, open) =>
    `共承诺时间 ${made} 次：按时 ${kept} 次，超时 ${broken} 次，尚未到期 ${open} 次。`,
  handoffs: '转交',
  handoffReasons: '助手转交的原因',
  hours: '最忙的时段',
  topics: '主题',
  tick: '竖线表示上期。',
  severalTopics: '一个对话可能涉及多个主题。',
  handedOver: '转交',
  channels: '渠道',
  languages: '语言',
  unknownLanguage: '未识别',
  moods: '情绪',
  mood: {
    calm: '平静',
    satisfied: '满意',
    confused: '困惑',
    anxious: '着急',
    disappointed: '失望',
    frustrated: '烦躁',
    angry: '生气',
    unsure: '看不出来',
  },
  unanswered: '没有答案的问题',
  unansweredHelp: '客户问过、店铺知识库答不上来的问题，问得最多的排在前面。',
  timesAsked: count => `${count} 次`,
  last: '最近一次',
  value: '带来的价值',
  valueCode: {
    'saved-time': '节省时间',
    'refund-avoided': '避免退款',
    'exchange-instead-of-return': '退货改为换货',
    'cross-sell-offered': '推荐搭配商品',
    'cross-sell-taken': '购买了搭配商品',
    'complaint-theme': '集中的投诉',
    'product-demand': '客户想要的商品',
  },
  saved: '节省时间',
  savedHelp: (replies, minutes, measuredFrom) =>
    measuredFrom === null
      ? `助手答复 ${replies} 次，每次按店铺设定的 ${minutes} 计算。`
      : `助手答复 ${replies} 次，每次按 ${minutes} 计算，由店铺的 ${measuredFrom} 次回复测得。`,
  figures: '全部数字',
  day: '日期',
  week: '周（起始日）',
  month: '月（起始日）',
  conversations: '对话',
  messages: '消息',
  share: '占比',
  count: '数量',
  hour: '小时',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  withoutPersonalData: '姓名、地址等个人信息已隐去。',
}

export function reportWords(language: Language): ReportWords {
  return language === 'zh-CN' ? zh : en
}
