import { anywhere, fold, quoteOf, visible, words } from './fold.ts'

const ANYONE =
  '(?:humans?|person|people|agents?|representatives?|reps?|operators?|managers?|supervisors?|boss|owner|someone|somebody|anyone|executives?|staff|employees?|advis[eo]rs?|colleague|human being|customer (?:service|support|care)|client service|support team|your team)'
// "agent" and "human" are also parts of product names.
const SURELY_A_PERSON =
  '(?:humans?(?![ -](?:hair|grade|consumption|rights))|real person|live person|actual person|real people|(?<!(?:cleaning|bleaching|foaming|travel|estate) )agents?|representatives?|operators?|supervisors?|manager|human being)'
const MACHINE = '(?:bots?|chatbots?|robots?|machines?|computers?|ai|automated (?:reply|replies|answers?|system))'

const asking: readonly RegExp[] = [
  words(
    `(?:talk|talking|speak|speaking|chat|chatting|connect|escalate|escalated|(?:transfer|switch|forward|put|pass) (?:me|us|this|it)) (?:me |this |us |it )?(?:\\S+ ){0,3}?(?:${ANYONE})`,
    "(?:you|u|this|it|bot)(?:'re| are| is|re)? (?:not|isn't|isnt|aren't|arent|doesn't|doesnt|don't|dont) (?:help(?:ing|ful)?|understand(?:ing)?(?: me)?)",
    'talk (?:to |with )?(?:an )?assistant',
    `put me through`,
    `(?:want|need|like|prefer|get|contact|contacting|reach|ask for|give me|find me|send me|let me have|call) (?:me )?(?:to )?(?:(?:a|an|the|some|your|any|one|real|live|actual|in touch with|hold of) ){0,4}(?:${SURELY_A_PERSON})`,
    `(?:contact|contacting|call|reach|get|message) (?:an? |hold of )?(?:person|someone|somebody)`,
    `(?:real|live|actual|human) (?:person|people|agent|being|help|support|assistance)`,
    `(?:is|are) there (?:any ?(?:one|body)|some ?(?:one|body)|(?:a|any) (?:real |live )?(?:person|people|human|agent))(?: \\S+){0,2} (?:there|here|available|around|who|to|i can)`,
    `if there is any person available`,
    `is (?:any ?(?:one|body)|some ?(?:one|body)) (?:\\p{L}+ )?(?:there|here|listening|reading)`,
    `(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:just )?(?:an? )?(?:real|human|real person|person|${MACHINE})`,
    `(?:not|don't|dont|do not|no more|stop|instead of|sick of|tired of|hate)(?: \\S+){0,6} ${MACHINE}`,
    `(?:please|can you|could you|can someone|would you|kindly|want you to) (?:please )?(?:call|ring|phone) me`,
    `(?:call|ring|phone) me (?:back|please|asap|now|today|tomorrow|tonight|at|on|under)|^(?:call|ring|phone) me$`,
    `(?:need|want|like|prefer|wish|have) to (?:talk|speak) (?:to|with) (?!you(?:$| ))\\p{L}+`,
    `give me a (?:call|ring)`,
    `human to answer`,
  ),
  anywhere(
    '(?:转|接|转接|换|找|要|叫|联系|需要|想要|请求|呼叫|转到|切换到?)(?:一下|一个|个|位|到|成)?人工(?!智能|费|皮|草|湖|关节)',
    // When and where there is one is a question about the shop.
    '人工(?:客服|服务|坐席|座席|回复|接待|处理)(?!.{0,5}(?:几点|什么时候|时间|上班|下班|在线|电话|周末))',
    '(?:转|找|接|联系|呼叫|叫|换|跟|和|与|要|请)(?:一下|一个|个|位|到|你们?的?|贵店的?|您的?)?(?:客服|客服人员|工作人员|经理|主管|老板|店长|店主|负责人|领导|店员)(?!电话|热线|时间|邮箱|微信|号码|号|工作)',
    '有没有(?:活)?人(?:啊|呀|在|管|理|回)|没人(?:回|理|管)|(?:不要|别|停止|不想(?:要|看)?)(?:再)?(?:给我)?(?:发)?自动回复',
    '真人(?!秀)|活人|(?:跟|和|找)(?:个|一个)?人(?:说|聊|谈|沟通|讲)',
    '(?:是|是不是|你是)(?:个)?机器人(?:吗|吧|$)|(?:不要|不想|别|不是|讨厌|烦).{0,6}机器人',
    '(?:给我|跟我)(?:打|回)(?:个|一个)?电话|打电话给我|给我回电|回个?电话',
    '轉(?:接)?(?:人工|客服|真人)|(?:找|請|叫)(?:你們)?(?:老闆|經理|主管|店長|客服)(?!電話|熱線|時間|信箱)|(?:是|不要|不想).{0,4}機器人|打電話給我|專人',
  ),
  words(
    '(?:hablar|comunicar(?:me|nos)?|conectar(?:me)?|contactar|chatear|pasar(?:me)?|transferir(?:me)?|pasame|paseme|comuniqueme|comunicame|que me atienda) (?:\\S+ ){0,4}?(?:personas?|humanos?|humana|agentes?|representantes?|asesor(?:a|es)?|operador(?:a|es)?|alguien|encargad[oa]|gerente|supervisor(?:a)?|responsable|jef[ea]|dueñ[oa])',
    '(?:quiero|quisiera|necesito|prefiero|busco) (?:a )?(?:una? )?(?:humano|agente|asesora?|operadora?|representante|persona (?:real|de verdad|humana)|ser humano)',
    '(?:persona real|atencion humana|ser humano|agente humano)',
    '(?:eres|es usted|es esto|estoy hablando con) (?:un )?(?:bot|robot|una maquina|humano|una persona)',
    '(?:no|basta|harto|dejen)(?: \\S+){0,5} (?:bots?|robots?|maquinas?)',
    '(?:llamame|llamenme|llameme|(?:me )?(?:puede|pueden|podria|podrian) llamar(?:me)?)',
  ),
  words(
    "(?:parler|discuter|contacter|joindre|echanger|passer|passez-moi|passez moi|transferer|transferez-moi|relation|contact|communiquer|appeler) (?:\\S+ ){0,3}?(?:avec |a |d'|l'|un |une |votre |vos |le |la |de ){0,20}(?:quelqu'un|personne|vraie personne|humain|etre humain|conseill(?:er|ere|ers)|agents?|operat(?:eur|rice)|responsable|gerant|vendeu(?:r|se)|patron|superieur|service client)",
    "(?:veux|voudrais|besoin|prefere) (?:d'|de |parler a )?(?:un |une )?(?:humain|conseill(?:er|ere)|agent|operateur|vraie personne|etre humain)",
    '(?:vraie personne|etre humain)',
    "(?:etes[- ]vous|es[- ]tu|tu es|vous etes|c'est) (?:un |une )?(?:robot|bot|machine|humain|vraie personne)",
    '(?:pas|marre|stop)(?: \\S+){0,4} (?:robots?|bots?|machine)',
    '(?:rappelez|appelez|rappelle|appelle)[- ]moi|me rappeler|etre rappelee?',
  ),
  words(
    '(?:sprechen|reden|chatten|verbinden|verbinde|verbindet|weiterleiten|durchstellen|kontaktieren|telefonieren|schreiben|kontakt|gespräch)(?: \\S+){0,4} (?:mensch(?:en)?|mitarbeiter(?:in|n)?|jemand(?:em|en)?|berater(?:in)?|kundendienst|kundenservice|kundenberater(?:in)?|ansprechpartner(?:in)?|chef(?:in)?|vorgesetzten?|inhaber(?:in)?|person|sachbearbeiter(?:in)?)',
    '(?:mensch(?:en)?|mitarbeiter(?:in|n)?|jemand(?:em|en)?|berater(?:in)?|kundendienst|kundenservice|kundenberater(?:in)?|ansprechpartner(?:in)?|chef(?:in)?|vorgesetzten?|inhaber(?:in)?|person|sachbearbeiter(?:in)?)(?: \\S+){0,4} (?:sprechen|reden|chatten|verbinden|verbunden|weiterleiten|durchstellen|kontaktieren|telefonieren|schreiben)',
    '(?:echte[rnm]?|richtige[rnm]?|lebende[rnm]?) (?:mensch(?:en)?|person|mitarbeiter(?:in)?)',
    '(?:brauche|will|möchte|hätte gern) (?:bitte )?(?:einen?|den) (?:mensch(?:en)?|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?)',
    '(?:bist du|sind sie|ist das|schreibe ich mit) (?:hier )?(?:nur )?(?:einem?r? )?(?:bot|roboter|computer|maschine|mensch|ki)',
    '(?:kein|keinen|keine|nicht)(?: \\S+){0,4} (?:bot|roboter|chatbot|maschine|computer)',
    'rufen sie (?:mich|uns)(?: \\S+){0,3} (?:an|zurück)|ruf (?:mich|uns)(?: \\S+){0,2} an|rückruf',
  ),
  anywhere(
    '(?:担当者|担当の方|オペレーター|スタッフ|店員|責任者|店長|上司|係の人|係の方|人間|有人|生身の人|本物の人|店主)(?:さん|の方)?(?:と|に|へ|を|から|で).{0,12}(?:話|喋|繋|つな|代わ|かわ|変わ|替わ|連絡|対応|相談|お願い|出して|呼ん|転送|回答)',
    '(?:直接|普通に)?(?<![友知恋主家個本老他大商成職])人と(?:話|喋|チャット)',
    '有人(?:対応|チャット|オペレーター|サポート)|^オペレーター',
    '(?:ロボット|ボット|ai|機械)(?:ですか|ではなく|じゃなく|でなく|は嫌|はいや|なの)',
    '(?:電話|お電話)(?:して|を?(?:ください|下さい|いただけ|頂け|もらえ))|折り返し',
  ),
  anywhere(
    '(?:اتحدث|التحدث|نتحدث|اتكلم|التكلم|الكلام|احكي|التواصل|اتواصل|تحويلي|حولني|حولوني|اكلم|اوصلني|وصلني).{0,25}(?:شخص|موظف|انسان|بشر|احد|حد|ممثل|مسؤول|مدير|خدمه العملاء|وكيل|الدعم)',
    '(?:اريد|ابغي|ابي|عايز|عاوز|بدي|احتاج|محتاج).{0,8}(?:موظف|انسان|شخص حقيقي|ممثل|وكيل|المدير|مسؤول)',
    '(?:هل انت|انت).{0,6}(?:روبوت|بوت|انسان|اله)|لا اريد.{0,15}(?:روبوت|بوت)',
    'اتصلوا? (?:بي|علي)|كلموني|شخص حقيقي',
  ),
]

const alone = words(
  '(?:(?:a|an|the|to|live|real|human|speak|talk|please|pls|i want|i need) ){0,20}(?:agents?|humans?|person|representative|operator|manager|supervisor|owner)(?: (?:please|pls|now|required|needed|to chat))*',
)
const aloneOtherwise = anywhere(
  '^(?:人工|客服|真人|转|人|agente|asesor|humano|humain|conseiller|mensch|mitarbeiter|オペレーター|موظف|انسان)$',
)

/** "Agent" and the like with nothing else about them; more is a sentence. */
const LONGEST_ALONE = 120

const refusing = words(
  "(?:don't|dont|do not|no) need (?:to )?(?:\\S+ )?(?:talk|speak|chat|a person|an? agent|an? human|agent)",
  'without (?:talking|speaking|having to (?:talk|speak))',
)

/** The words that ask for a person; null when none do. `folded` is `fold(text)`. */
export function personRequest(text: string, folded = fold(text)): string | null {
  if (refusing.test(folded)) return null
  const bare = folded
    .slice(0, LONGEST_ALONE)
    .replace(/[^\p{L}\p{N}' ]+/gu, '')
    .trim()
  const isShort = folded.length < LONGEST_ALONE
  if (isShort && (alone.exec(bare)?.[0] === bare || aloneOtherwise.test(bare))) return visible(text)
  return quoteOf(text, folded, asking)
}

/** The customer wants a person, in whatever words. */
export function asksForPerson(text: string): boolean {
  return personRequest(text) !== null
}
