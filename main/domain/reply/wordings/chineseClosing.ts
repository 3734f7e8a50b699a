import { anywhere } from './fold.ts'

/** How a Chinese conversation is closed, with or without thanks: "那我再等等吧", "问题解决了", "祝生意兴隆". */
const closing = [
  '(?:那就?|我就?|就|也|都|已经|现在|终于|刚刚?|这下|先|东西|货|快递|问题|钱|退款)',
  '(?:(?:坐|慢慢)?等(?:你们?的?)?(?:收货|发货|到货|消息|通知|快递|回复)|(?:再|先)?(?:等等|等着|等|看看|考虑|考虑考虑|想想|试试|问问)|(?:收到|解决|搞定|弄好|处理好|明白|清楚|懂|到账|到|找到|放心|麻烦)[了啦]|(?:真是?|太|很|非常|挺)(?:快|好|棒|赞|贴心|耐心|专业|给力|满意|感动)|不(?:用|麻烦)(?:你们?|您)?了|没(?:有)?(?:别的|其他|什么)?(?:问题|事儿?)了?|(?:有(?:问题|需要|事)|到时候?|下次|回头)(?:我?再|还会?)(?:找|问|联系|来买|来|买|光顾|说)|(?:你们?|您)?(?:的)?(?:服务|态度|回复|效率|客服)(?:真|太|很|非常|也|挺)*(?:好|棒|赞|快|不错|周到|耐心)|给(?:你们?|您)?点?个?赞|这样就?可以|那就好|太好了|放心|祝?(?:你们?|您)?(?:生意兴隆|工作顺利|生活愉快|周末愉快|一切顺利|早点休息|好运))',
  '(?:你们?|您|一下|下|吧|啦|了|咯|哈|哦|噢|呀|啊|哒|嘞|的|呐)',
]
const [before, core, after] = closing
export const CHINESE_CLOSING = `${before}{0,3}${core}${after}{0,3}`

const thanks = anywhere('谢|感恩|辛苦|3q|thx|thank|比心|爱你们|爱了')
const understood = anywhere('^(?:嗯+|哦+|噢|好[的滴嘞哒呀吧]?|行吧?|ok|可以|知道|明白|懂|收到|清楚|了解|原来如此)')
/** Says that something was good, is done, or wishes well. */
const good = anywhere(
  '了|啦|(?:坐|慢慢)?等(?:收货|到货|快递|消息|通知|回复)|很|真|太|挺|非常|超|好|棒|赞|不错|满意|喜欢|漂亮|靠谱|见|祝|愉快|顺利|五星|解答|指点|原来|清楚|小哥|小姐姐|咯|嘞',
)
/** Wants, asks, doubts or reports something: then it is not only thanks. */
const open = anywhere(
  '但|可是|不过|然而|还|没|不(?!错|用了)|吗|么|呢|怎|什么|啥|哪|谁|几|多[少久长]|如何|请|要|想|能|帮(?!了|忙)|给(?!力)|发(?!货快)|寄|查|催|找|问(?!题)|换|退|改|取消|订|买(?!过)|付|联系|电话|地址|号|票|券|优惠|价|货到付|保修|时间|营业|门店|麻烦(?!您了|你了|了)|尽快|快点|投诉',
  '坏|破|裂|碎|漏|错|少|缺|脏|差|慢|贵|失望|生气|骗|假|旧|小了|大了|紧|松|短|长了|掉|异味|过敏|等了|晚了|才|又|第.次|[一二三四五六七八九十两半\\d]+个?(?:天|周|月|小时|次|遍|礼拜|星期)|\\d{3}',
)
/** What a plain "I see" may go on with: "那我明天再看看". */
const restOfUnderstood = /^[我那就这样先明后天晚点回头再也去来试看等弄你您们消息了啦吧的着下一知道怎么做办会自己\s]*$/u
const LONGEST_CLAUSE = 14
const LONGEST_CLOSING = 40

/** Thanks and praise in words of their own, or an "I see", with nothing left to do; `folded` text. */
export function closesInChinese(folded: string): boolean {
  if (!/\p{Script=Han}/u.test(folded) || folded.length > LONGEST_CLOSING) return false
  const clauses = folded.split(/[^\p{L}\p{N}]+/u).filter(clause => clause !== '')
  if (thanks.test(folded)) return !open.test(folded) && clauses.every(isHarmless)
  const first = understood.exec(folded)
  return first !== null && restOfUnderstood.test(clauses.join('').slice(first[0].length)) && !isAsking.test(folded)
}

const isAsking = anywhere('吗|什么|哪|几|多少|怎么办|怎么做$')

function isHarmless(clause: string): boolean {
  return clause.length <= LONGEST_CLAUSE && (thanks.test(clause) || understood.test(clause) || good.test(clause))
}
