import { CHINESE_CLOSING, closesInChinese } from './chineseClosing.ts'
import { anywhere, fold, words } from './fold.ts'

export type Courtesy = 'thanks' | 'greeting' | 'nudge' | 'small-talk'

const THANKS = [
  "thank(?:s|x|u| you| u|xs|ks)?|thanxs?|thx|tnx|ty|tysm|tks|cheers|ok(?:ay|ey|i|ie)?|k|kk|got it|alright|all right|noted|understood|i see|great|perfect|awesome|excellent|nice|cool|super|wonderful|lovely|fine|good|sure|will do|much appreciated|i? ?appreciate (?:it|that|your help)|no problem|no worries|you're welcome|bye(?: bye)?|goodbye|see you|good ?night|(?:have a )?(?:nice|great|good|lovely) (?:day|weekend|one|evening)(?: ahead)?|great (?:job|service|app)|good (?:job|service)|you are (?:amazing|the best)|that's (?:great|perfect|all|good)",
  'so much|very much|a lot|a million|many|again|all|then|for (?:your|the|all your)(?: (?:quick|fast|kind|great|prompt|swift))? (?:help|info|information|answer|reply|response|support|time|assistance)|team|everyone|sir|madam|friend|you too|dear|very|much|and|you|that|for letting me know|in advance',
  '(?:muchas |mil )?gracias|vale|de acuerdo|perfecto|genial|estupendo|entendido|muy amables?|por (?:la|su|tu) (?:ayuda|respuesta|informacion)|adios|hasta luego|buen dia|saludos',
  "merci(?: beaucoup| bien)?|d'accord|parfait|super|entendu|c'est note|tres bien|pour (?:votre|ta|la) (?:aide|reponse)|bonne journee|bonne soiree|au revoir|cordialement|et",
  '(?:vielen |herzlichen |besten )?dank|danke(?: schon| sehr| dir| ihnen)?|dankeschon|alles klar|in ordnung|verstanden|prima|gut|passt|fur (?:die|ihre|deine)(?: (?:schnelle|rasche|freundliche|gute|nette|prompte|tolle))? (?:hilfe|antwort|auskunft|info)|tschuss|schonen tag(?: noch)?|(?:viele|liebe|beste) grusse|mfg|und|auf wiedersehen',
  '(?:شكرا|شكرًا)(?: جزيلا| لك| لكم| جدا| كثيرا)?|مشكورين?|تسلم|حسنا|تمام|ممتاز|طيب|اوكي|مع السلامه|يعطيك العافيه',
]
const GREETINGS = [
  "hi+|hello+|hey+|hiya|heya|hullo|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|goodafternoon|goodmorning|morning|hi there|hey there|hello there|there|team|everyone|sir|madam|dear|how are you(?: doing)?(?: today)?|anybody there|any ?one there|are you there|what's up|sup|test|namaste",
  // They say that something comes, not what.
  "(?:i (?:have|had|'ve got|got) )?(?:just )?(?:a|one|another|some|a few|a couple of)? ?(?:quick |small |short |little )?questions?(?: (?:for you|please))?|(?:can|could|would|may) (?:you|someone|anyone|somebody|i) (?:please )?(?:help(?: me)?(?: out)?|ask (?:you )?(?:something|a (?:quick )?question))(?: please)?(?: with something)?|i (?:need|want|would like|'d like) (?:some |your )?help(?: please)?|i (?:want|would like|'d like|need) to ask (?:you )?(?:something|a (?:quick )?question)|(?:please )?help(?: me)?(?: please)?",
  'hola|buenos dias|buenas(?: tardes| noches)?|que tal|ola',
  'bonjour|bonsoir|salut|coucou|madame|monsieur|allo',
  'hallo|guten (?:tag|morgen|abend)|moin|servus|gruss gott|hallo zusammen|zusammen',
  'مرحبا|اهلا(?: وسهلا)?|السلام عليكم(?: ورحمه الله وبركاته| ورحمه الله)?|صباح الخير|مساء الخير|هلا',
]
const CJK_THANKS =
  '(?:非常|十分|太|真的?|真是)*(?:谢谢|感谢|多谢)(?:你们?|您|啦|了|哈|老板|客服|亲|大家|哦|呀|啊|解答|帮忙|帮助|回复|告知|提醒|的|耐心|支持|这么快(?:就)?)*|谢了|谢啦|辛苦了?|好(?:[滴嘞]|的?(?:吧|呀|哒|啊|呢)?)|嗯|哦|噢|行吧?|可以|知道[了啦]|晓得[了啦]?|懂[了啦]|明白[了啦]?|了解[了啦]?|收到[了啦]?|[3三]q|没事了?|没问题|ok|再见|拜拜|晚安|謝謝(?:你|您)?|多謝|感謝|知道了|沒問題|ありがとう(?:ございます|ございました)?|どうも|了解(?:です|しました|いたしました)?|わかりました|分かりました|承知(?:しました|いたしました)?|かしこまりました|はい|助かりました|お世話になりました|よろしくお願い(?:します|いたします|致します)|감사합니다|고맙습니다|네|알겠습니다'
const CJK_GREETINGS =
  '你好(?:呀|啊|吗)?|您好|哈喽|哈啰|嗨|在(?:吗|么|嘛|不|没|不在)?|有人(?:吗|在吗|在么|在嘛|么|嘛)?|老板娘?|店家|掌柜|亲+(?:爱的)?|客服|(?:早上|上午|中午|下午|晚上)好(?:呀|啊|哦|哇)?|早安?|早上好|嘿|hi|hello|こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|すみません|もしもし|안녕하세요|(?:我)?(?:有个?|想问个?|想请教个?|请教个?|问个)(?:小)?(?:问题|事儿?)|(?:可以|能|想)?(?:问|咨询|请教)(?:你|您)?(?:一下|个问题|一个问题|点事儿?)(?:吗|么)?|请问|(?:能|可以)?(?:帮帮?我|帮个?忙)(?:一下)?(?:吗|么)?|(?:我)?需要帮助|質問があります|聞きたいことがあります'

const SMALL_TALK = [
  "how are you(?: doing| today|, friend)*|how(?:'s| is) (?:it going|everything|your day(?: going)?|life)|how do you do|what's up|who are you|what(?:'s| is) your name|do you have a name|how old are you|where are you from|nice to meet you|pleased to meet you|(?:happy|merry) (?:new year|christmas|easter|holidays|birthday|weekend)|happy (?:diwali|eid|hanukkah|thanksgiving)|(?:i'm|i am) (?:fine|good|well|ok|great)(?: thanks| thank you)?|(?:and )?(?:you|yourself)|tell me a joke|i love you|i'm bored|you(?:'re| are) (?:funny|nice|cute|sweet)|lol|haha+|hehe+|lmao",
  '(?:como|que tal) (?:estas|esta|va|te va)|que tal|quien eres|como te llamas|feliz (?:navidad|ano nuevo|cumpleanos|semana)|jaja+|mucho gusto',
  "(?:comment )?(?:ca va|vas-tu|allez-vous|tu vas)(?: bien)?|qui es-tu|comment t'appelles-tu|joyeux (?:noel|anniversaire)|bonne annee|enchantee?|mdr",
  "wie geht(?: es|'s)?(?: dir| ihnen| euch)?|wer bist du|wie hei(?:ss|ß)t du|frohe weihnachten|frohes (?:neues(?: jahr)?|fest)|alles gute|freut mich",
  'كيف حالك|كيف الحال|شلونك|من انت|ما اسمك|عيد مبارك|كل عام وانتم? بخير|هههه*',
]
const CJK_SMALL_TALK =
  '(?:你|您)(?:最近)?(?:好吗|怎么样|还好吗)|吃(?:饭)?了吗|你是谁|你叫什么(?:名字)?|新年快乐|圣诞快乐|中秋快乐|节日快乐|春节快乐|周末愉快|恭喜发财|哈哈+|呵呵+|嘿嘿+|讲个笑话|我爱你|お元気ですか|あなたは誰(?:ですか)?|お名前は(?:何ですか)?|あけましておめでとう(?:ございます)?|メリークリスマス|今年もよろしくお願いします|よろしくお願いします|笑+|www+|잘 지내(?:세요)?|새해 복 많이 받으세요'

/** What helped has helped: nothing is left to answer, unless it is asked. */
const SOLVED = [
  "(?:it|that|this)(?:'s| is| all)? (?:works|worked|helped|helps|solved it|did it|did the trick|fixed it|working|fixed|solved)(?: (?:now|again|fine|well|great|perfectly))*|works (?:now|again|fine|well|great|perfectly|like a charm)|(?:problem |issue )?(?:solved|fixed|sorted)",
  '(?:ya )?funciona(?: bien| perfectamente)?|solucionado|resuelto',
  '(?:ca|cela) (?:marche|fonctionne)(?: bien| maintenant| parfaitement)*|resolu',
  '(?:es|das) (?:funktioniert|geht|klappt)(?: jetzt| wieder| gut| super)*|hat geklappt|geklappt|gelost',
]
const CJK_SOLVED =
  '(?:已经|现在)?(?:可以用|能用|好用|修好|解决|搞定|好)了|治りました|直りました|解決しました|できました'

const LONGEST = 120
const QUESTION = /[?？؟]/u

const thanks = phraseOf(THANKS, `${CHINESE_CLOSING}|${CJK_THANKS}`)
const greeting = phraseOf(GREETINGS, CJK_GREETINGS)
const either = phraseOf([...THANKS, ...GREETINGS], `${CJK_THANKS}|${CJK_GREETINGS}`)
const solved = phraseOf([...SOLVED, ...THANKS], `${CJK_SOLVED}|${CJK_THANKS}`)
const solvedAnywhere = new RegExp(`${words(...SOLVED).source}|${anywhere(CJK_SOLVED).source}`, 'u')
const smallTalk = phraseOf(
  [...SMALL_TALK, ...THANKS, ...GREETINGS],
  `${CJK_SMALL_TALK}|${CHINESE_CLOSING}|${CJK_THANKS}|${CJK_GREETINGS}`,
)

/** "Thanks for sorting it out", "谢谢你帮我处理": what the thanks are for may be said in any words. */
const thanksFor = words(
  '(?:(?:ok|okay|great|perfect|wow|oh|hi|hello|alright|brilliant|lovely|again|yes|no|super|got it|all good|that (?:works|helps|worked|helped)) ){0,20}(?:many |a million |once again |again )?(?:thank(?:s| you| u)|thx|cheers|i(?: really)? appreciate|appreciate)(?: \\S+){0,14}',
  '(?:(?:ok|perfecto|genial|vale) ){0,20}(?:muchas |mil )?gracias (?:por|a) (?:\\S+ ?){1,12}',
  "(?:(?:ok|super|parfait) ){0,20}merci(?: beaucoup| bien)? (?:pour|de|d'\\S+|a) (?:\\S+ ?){1,12}",
  '(?:(?:ok|super|prima) ){0,20}(?:vielen |herzlichen |besten )?dank(?:e)?(?: schon| sehr)? (?:fur|dass|das) (?:\\S+ ?){1,12}',
  '(?:شكرا)(?: جزيلا)? (?:علي|ل)(?:\\S+ ?){1,10}',
)
const thanksForUnspaced =
  /^(?:好的?)?(?:非常|十分|太)?(?:感?谢谢?|多谢)(?:你|您|你们|客服|老板|亲)?(?:们)?(?:的)?(?:帮|处理|解决|回复|解答|耐心|告知|服务|支持|提醒)[^？?]{0,16}$|^[^？?。]{0,24}(?:ありがとう(?:ございます|ございました)?|感謝(?:します|しております)|助かりました)$/u
/** Something is still open, or it is irony: then it is not only thanks. */
const openMatter = words(
  "but|however|though|although|nothing|not|never|\\S+n't|dont|doesnt|cant|still|yet|when|where|what|which|how|why|who|can|could|would|will|please|need|want|broken|wrong|missing|refund|return|cancel|one more|another|also|if|now|instead|tell|send|resend|give|show|check|ship|make|put|keep|hold|add|change|let me know (?:\\S+ )?(?:about|of)|forward|confirm|call",
  'pero|nada|no|todavia|cuando|donde|como|puede|puedes|quiero|necesito|mais|rien|pas|encore|quand|comment|pouvez|voudrais|besoin|aber|nichts|nicht|noch|wann|wo|wie|konnen|bitte|mochte|brauche|لكن|لا|متي|كيف',
)
const openUnspaced = anywhere(
  '但|可是|不过|还|没|不|什么|怎么|吗|呢|请|能|要|でも|けど|まだ|ですか|ますか|ください|が、',
)

/** It has the word itself, not only "ok" or "great". */
export function givesThanks(text: string): boolean {
  return /thank|thx|谢|謝|merci|gracias|dank|ありがと|شكر/u.test(fold(text))
}

/** It says that what was said before has helped. */
export function saysSolved(text: string): boolean {
  return solvedAnywhere.test(fold(text).replace(/[^\p{L}\p{N}' ]+/gu, ' '))
}

/** Something is still asked for or reported. */
export function leavesOpen(text: string): boolean {
  const folded = fold(text)
  return QUESTION.test(folded) || openMatter.test(folded) || openUnspaced.test(folded)
}

/** The message is nothing but thanks, a greeting, or a nudge like "??"; null when it says anything else. */
export function courtesyIn(text: string): Courtesy | null {
  const folded = fold(text)
  const bare = folded
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim()
  if (bare === '') return silentSigns(folded)
  if (bare.length > LONGEST) return null
  if (isOnly(greeting, bare)) return 'greeting'
  if (isOnly(thanks, bare) || isOnly(either, bare) || isThanksFor(text, folded, bare)) return 'thanks'
  if (!QUESTION.test(folded) && (isOnly(solved, bare) || closesInChinese(folded))) return 'thanks'
  return isOnly(smallTalk, bare) ? 'small-talk' : null
}

function isThanksFor(text: string, folded: string, bare: string): boolean {
  if (QUESTION.test(folded)) return false
  // "Thanks for the quick answer. The kettle leaks": what the thanks are for ends with its sentence.
  const parts = text.split(/[.!。！\n]+/u).filter(part => /[\p{L}\p{N}]/u.test(part))
  if (parts.length > 1) return parts.every(part => courtesyIn(part) !== null)
  const spaced = thanksFor.exec(bare)
  if (spaced?.index === 0 && spaced[0].trim().length === bare.length) return !openMatter.test(bare)
  return thanksForUnspaced.test(bare) && !openUnspaced.test(bare)
}

/** One phrase after the other, never going back: a hostile text costs no more than its length. */
function isOnly(phrase: RegExp, text: string): boolean {
  phrase.lastIndex = 0
  while (phrase.lastIndex < text.length) if (!phrase.test(text)) return false
  return true
}

function silentSigns(folded: string): Courtesy | null {
  if (folded.includes('?')) return 'nudge'
  return /\p{Extended_Pictographic}/u.test(folded) ? 'thanks' : null
}

function phraseOf(spaced: readonly string[], unspaced: string) {
  return new RegExp(`(?:(?:${spaced.map(fold).join('|')})(?![\\p{L}\\p{N}])|${fold(unspaced)}) ?`, 'uy')
}
