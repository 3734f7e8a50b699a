/** Small words that decide whether a sentence still says what its source says. `text` is lower case, in simplified Chinese. */

const negating =
  /(?<![\p{L}])(?:not|no|never|none|nor|neither|cannot|without|nothing|nobody|unable|impossible|unavailable|excluded|refuse|decline|exempt|except(?: for)?|excluding|non|ineligible)(?![\p{L}])|n['’]t(?![\p{L}])|(?<=[\s(])(?:un|non-?)(?:refundable|returnable|exchangeable|available|avoidable|able|accompanied)|(?:in|un|not )(?:eligible|valid)(?![\p{L}])|(?<!除)(?:不|没|无|未|勿|非)(?!但|仅|过|好意思|客气|论|管|少|同|断|妨|如|久|常|锈)|禁止|除外|除了|以外|拒绝|避免|切勿|(?<![\p{L}])avoid(?![\p{L}])/iu
/** Negations that are none, and those that only say when: "no later than", "not only", "no problem". */
const noNegation =
  /(?<![\p{L}])(?:not only|no (?:later|more|less|longer) than|not (?:more|less|later) than|no problem|no worries|not? (?:extra|additional) (?:cost|charge|fee)s?|no (?:charge|cost)|at no (?:extra |additional )?(?:cost|charge)|without charge|until|not worn|not (?:been )?(?:used|opened|washed|worn)|nothing else|never mind|no\.)(?![\p{L}])|不超过|不少于|不低于|没问题|没关系|不收费|不收取(?:额外)?(?:费用|运费)|(?:未|没有?)(?:经)?(?:使用|拆封|开封|穿过?|洗过?|用过|洗涤)过?|无需|不用|不必|除非|未来|无论|不锈钢|非常|(?:尚?未|还?没有?)\p{Script=Han}{2,4}的/giu

export function isNegated(text: string): boolean {
  return text.replace(noNegation, ' ').search(negating) >= 0
}

/** The words that open a true condition, as opposed to a mere place or time. */
export function isConditional(text: string): boolean {
  return /(?<![\p{L}])(?:if|unless|provided|as long as|only|must|except|excluding|on condition|subject to)(?![\p{L}])|如果|若|只要|只有|须|必须|除非|除外|仅|限|除了|不包括|不含/iu.test(
    text,
  )
}

const atLeast =
  /(?:at least|more than|over|above|minimum(?: of)?|min\.?|exceed(?:s|ing)?|starting at|upwards of|no less than|not less than)(?: of)? ?$|(?:至少|满|超过|最低|最少|不少于|不低于|高于|大于|多于)$/iu
const atMost =
  /(?:at most|less than|under|below|up to|maximum(?: of)?|max\.?|within|no (?:more|later|longer) than|not more than|by|until|till|before)(?: of)? ?$|(?:最多|至多|不超过|低于|少于|小于|最高|最晚)$/iu
const orMore = /^ ?(?:or more|or above|or over|and (?:more|above|over|up)|\+|及以上|以上|起)/iu
const orLess = /^ ?(?:or less|or under|or below|及以下|以下|以内|之内|内|之前)/iu
const afterThat = /(?:after|since|following|later than)(?: of)? ?$/iu
const beforeThat = /(?:before|until|till|by|no later than|up to)(?: of)? ?$|(?:截至|截止到?)$/iu

export type Bound = 'least' | 'most' | 'after' | null

/** On which side of a value the sentence means. */
export function boundOf(text: string, start: number, end: number): Bound {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 12)
  if (orMore.test(after)) return 'least'
  if (orLess.test(after)) return 'most'
  if (atLeast.test(before)) return 'least'
  if (afterThat.test(before) || /^(?:之?后)/u.test(after)) return 'after'
  if (atMost.test(before) || beforeThat.test(before) || /^之?前/u.test(after)) return 'most'
  return null
}

/** Words that make a sentence stronger than it was. */
const strong =
  /(?<![\p{L}])(daily|(?:each|every) (?:single )?day|always|every|all|any|everything|everyone|anyone|anything|anywhere|everywhere|immediately|instantly|right away|straight away|at once|forever|lifetime|unlimited|definitely|certainly|guaranteed|absolutely|entire|full|fully|complete|completely|whole|unconditional(?:ly)?|automatically|no questions asked|already|never|before(?! (?:\d|noon|midnight))|in advance|same[- ]day|highest|best|cheapest)(?![\p{L}])|(每[天日]|所有|全部|任何|一定|永久|终身|立即|马上|立刻|随时|无条件|自动|绝对|全额|完全|肯定|已经|每|均|永远|必定|必然|无限)/giu
const sameStrength: Readonly<Record<string, string>> = {
  daily: 'daily',
  'each day': 'daily',
  'every day': 'daily',
  每天: 'daily',
  每日: 'daily',
  any: 'all',
  every: 'all',
  everything: 'all',
  everyone: 'all',
  anyone: 'all',
  anything: 'all',
  entire: 'all',
  whole: 'all',
  所有: 'all',
  全部: 'all',
  任何: 'all',
  每: 'all',
  均: 'all',
  full: 'full',
  fully: 'full',
  complete: 'full',
  completely: 'full',
  全额: 'full',
  完全: 'full',
  immediately: 'now',
  instantly: 'now',
  'right away': 'now',
  'straight away': 'now',
  'at once': 'now',
  立即: 'now',
  马上: 'now',
  立刻: 'now',
  definitely: 'sure',
  certainly: 'sure',
  guaranteed: 'sure',
  absolutely: 'sure',
  一定: 'sure',
  绝对: 'sure',
  肯定: 'sure',
  必定: 'sure',
  必然: 'sure',
  already: 'already',
  已经: 'already',
  automatically: 'automatic',
  自动: 'automatic',
  forever: 'ever',
  lifetime: 'ever',
  永久: 'ever',
  终身: 'ever',
  永远: 'ever',
  never: 'never',
  随时: 'anytime',
  无条件: 'unconditional',
}

export function strongIn(text: string): string[] {
  return [...text.matchAll(strong)].map(([word]) => sameStrength[word.toLowerCase()] ?? word.toLowerCase())
}

/** Something is said to have been done, or that somebody will do it. */
const done =
  /(?<![\p{L}])(?:(?:we|i)(?: have|['’]ve)(?: (?:already|just|now|also))?|(?:we|i) (?:already|just) (?!need|want|ask|so)|has (?:already |just |now )?been|have (?:already |just |now )?been|(?<!(?:that|which|who|items|orders|goods) )(?:was|were)|had)(?![\p{L}])|(?:我们?|本店|客服|已)(?:已经|已|刚刚|刚)?(?:为您|帮您|给您|替您)?(?=[^，。]{0,6}了)|已(?:经)?(?:为|帮|给|替)您|已(?:经)?[\p{Script=Han}]{2,4}/iu
const toBeDone =
  /(?<![\p{L}])(?:(?:we|i)(?: will|['’]ll| shall| am going to| are going to|['’]m going to|['’]re going to)|will be (?:sent|refunded|issued|credited|replaced|given|added)|let me|allow me)(?![\p{L}])|我们?(?:会|将|马上|立即|这就|来)|(?:会|将|马上|这就)(?:为|给|帮|替)您/iu

export function saysDone(text: string): boolean {
  return done.test(text)
}

export function saysWillDo(text: string): boolean {
  return toBeDone.test(text)
}

/** The shop speaks of what it does. */
export function speaksAsShop(text: string): boolean {
  return /(?<![\p{L}])(?:we|our|us|i|my)(?![\p{L}])|我们|本店|为您|帮您|给您/iu.test(text)
}

const statuses: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'delivered',
    /(?<![\p{L}])(?:been|was|were|is|are|already|got|just|and) delivered|delivered (?:on|to you|yesterday|today)|delivered[.!]?$|已(?:经)?(?:送达|签收|妥投)|派送成功/iu,
  ],
  [
    'shipped',
    /(?<![\p{L}])(?:been|was|were|is|are|already|just|and|status:?) (?:shipped|dispatched|sent|posted|mailed)|shipped on|left our warehouse|on (?:its|the) way|in transit|已(?:经)?(?:发货|寄出|发出|发走)|在路上|运输途中|运输中/iu,
  ],
  ['cancelled', /(?<![\p{L}])(?:been|was|were|is|are|already) cancell?ed|已(?:经)?取消/iu],
  [
    'refunded',
    /(?<![\p{L}])(?:been|was|were|is|already) (?:refunded|reimbursed)|(?:have|has|['’]ve) (?:already )?(?:refunded|issued|processed)|refund (?:has|was) |已(?:经)?(?:退款|退还|原路退回)|退款(?:已|成功)/iu,
  ],
  ['paid', /(?<![\p{L}])(?:been|was|were|is|already|and) paid(?! by| for by)|已(?:经)?(?:付款|支付)/iu],
  [
    'processing',
    /(?<![\p{L}])(?:being|be) (?:prepared|processed|packed)|in preparation|处理中|备货中|正在(?:处理|备货|打包|准备)|打包中/iu,
  ],
  ['lost', /(?<![\p{L}])(?:been|was|were|is|got) lost|已(?:经)?丢失|丢件/iu],
  [
    'approved',
    /(?<![\p{L}])(?:been|was|were|is) (?:approved|accepted|granted|confirmed)|(?:have|has|['’]ve) (?:already )?(?:approved|accepted|confirmed|arranged)|已(?:经)?(?:批准|通过|确认|同意|安排)/iu,
  ],
]

/** Where something is said to stand. */
export function statusesIn(text: string): string[] {
  return statuses.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
}

/** What counts from something that has to happen first. */
const counted =
  /(?<![\p{L}])(?:after|once|as soon as|from the (?:day|date|moment))(?![\p{L}])|(?:收到|签收|发货|确认|审核|检查|付款|注册|下单)[^，。；]{0,8}后|起算/iu
const counting = /(?<![\p{L}])(?:after|once|when|as soon as|following|upon|from|of|since)(?![\p{L}])|后|起/iu

/** The sentence leaves out from when a span of its source counts. */
export function leavesOutStart(text: string, source: string): boolean {
  return counted.test(source) && !counting.test(text)
}

/** It goes on from a condition in the sentence before: "We then refund the price." */
export function goesOnFromCondition(text: string): boolean {
  return /^(?:\S+ )?(?:then|in (?:this|that|such a) case|otherwise|below that|above that|if so|if not)(?![\p{L}])|^(?:则|那么|此时|届时|否则|如此|这种情况)/iu.test(
    text,
  )
}

const paying = /(?<![\p{L}])(?:pays?|paid|bears?|covers?|cost|expense)(?![\p{L}])|承担|负担|支付|自理|自付/iu
const byCustomer = /(?<![\p{L}])(?:customers?|buyers?|you|your)(?![\p{L}])|顾客|买家|客户|您|自理|自付/iu
const byShop = /(?<![\p{L}])(?:we|us|our)(?![\p{L}])|本店|我们|商家|卖家|小店/iu

/** Who bears a cost; null where it is not said, or both are named. */
export function payerIn(text: string): 'customer' | 'shop' | null {
  if (!paying.test(text) || byCustomer.test(text) === byShop.test(text)) return null
  return byShop.test(text) ? 'shop' : 'customer'
}
