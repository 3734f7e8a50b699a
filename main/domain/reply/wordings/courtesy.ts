import { fold } from './fold.ts'

export type Courtesy = 'thanks' | 'greeting' | 'nudge'

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
  'hola|buenos dias|buenas(?: tardes| noches)?|que tal|ola',
  'bonjour|bonsoir|salut|coucou|madame|monsieur|allo',
  'hallo|guten (?:tag|morgen|abend)|moin|servus|gruss gott|hallo zusammen|zusammen',
  'مرحبا|اهلا(?: وسهلا)?|السلام عليكم(?: ورحمه الله وبركاته| ورحمه الله)?|صباح الخير|مساء الخير|هلا',
]
const CJK_THANKS =
  '谢谢(?:你|您|啦|了|哈|老板|客服|亲)?|多谢|感谢|谢了|谢啦|辛苦了?|好的?(?:吧|呀|哒|啊|呢)?|好滴|好嘞|嗯|哦|噢|行吧?|可以|知道了|明白了?|了解了?|收到|没事了?|没问题|ok|再见|拜拜|晚安|謝謝(?:你|您)?|多謝|感謝|知道了|沒問題|ありがとう(?:ございます|ございました)?|どうも|了解(?:です|しました|いたしました)?|わかりました|分かりました|承知(?:しました|いたしました)?|かしこまりました|はい|助かりました|お世話になりました|よろしくお願い(?:します|いたします|致します)|감사합니다|고맙습니다|네|알겠습니다'
const CJK_GREETINGS =
  '你好(?:呀|啊|吗)?|您好|哈喽|哈啰|嗨|在吗?|在么|在不在|有人(?:吗|在吗|么)?|老板|亲|客服|早上好|上午好|中午好|下午好|晚上好|早安?|早上好|嘿|hi|hello|こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|すみません|もしもし|안녕하세요'

const LONGEST = 120

const thanks = phraseOf(THANKS, CJK_THANKS)
const greeting = phraseOf(GREETINGS, CJK_GREETINGS)
const either = phraseOf([...THANKS, ...GREETINGS], `${CJK_THANKS}|${CJK_GREETINGS}`)

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
  return isOnly(thanks, bare) || isOnly(either, bare) ? 'thanks' : null
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
