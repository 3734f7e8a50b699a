import { anywhere, fold, quoteOf, words } from './fold.ts'

const EARLIER =
  '(?:all|any|the|your|my|every|previous|prior|above|preceding|earlier|initial|original|these|those|of|what|everything|anything)'
const ORDERS =
  '(?:instructions?|prompts?|rules?|guidelines?|directions?|commands?|orders|context|told|said|tasks?|assignments?|programming|training)'

const patterns: readonly RegExp[] = [
  words(
    `(?:ignore|disregard|forget|override|bypass|skip|neglect) (?:(?:please|now|about|${EARLIER}) ){0,20}${ORDERS}`,
    '(?:ignore|disregard|forget) (?:everything|anything|all (?:of )?(?:the )?(?:above|previous|that))',
    'system prompt|developer mode|jailbreak|do anything now|new instructions?:|you are now (?:an?|in|the)|from now on,? (?:you|act|pretend|answer|respond)',
    '(?:reveal|show|print|repeat|output|tell|give|display|leak) (?:me )?(?:your|the|all|every) (?:\\S+ ){0,3}?(?:prompts?|instructions|text above|words above|system message)',
    'pretend (?:to be|you are|that you)|act as (?:if you|an? (?:\\S+ )?(?:ai|bot|hacker|admin|terminal|linux|dan))|i am (?:your|the) (?:developer|administrator|admin|programmer|creator)',
    '(?:ignoriere|vergiss|vergessen sie|missachte|überschreibe) (?:\\S+ ){0,4}?(?:anweisungen|instruktionen|regeln|befehle|aufgaben|davor|vorherigen?|bisherigen?|alles|eingaben)|du bist (?:jetzt|nun|ab sofort)|systemprompt',
    '(?:ignora|olvida|omite|ignore|olvide) (?:\\S+ ){0,4}?(?:instrucciones|reglas|ordenes|lo anterior|indicaciones)|ahora eres|finge (?:que|ser)',
    '(?:ignore[rz]?|oublie[rz]?) (?:\\S+ ){0,4}?(?:instructions|consignes|regles|precede|precedentes|ordres)|tu es maintenant|vous etes maintenant|fais comme si',
  ),
  anywhere(
    '<\\|im_(?:start|end)\\|>|\\[/?inst\\]|<<sys>>|###? ?(?:instruction|system)',
    '(?:忽略|无视|忘记|忘掉|無視|忘記)(?:掉)?(?:你|以上|之前|前面|上面|先前|所有|一切|上述|这些).{0,10}(?:指令|指示|内容|规则|要求|提示|设定|命令|話|內容|規則)',
    '你现在是一?个|从现在(?:开始|起)(?:你|,你|，你)|假装你是|扮演一?个|系统提示词|输出你的(?:提示|指令)|進入開發者|开发者模式',
    '(?:以前|上記|これまで|すべて|全て|前)の(?:指示|命令|ルール|内容).{0,4}(?:無視|忘れ)|システムプロンプト|あなたは今から|になりきって',
    '(?:تجاهل|انس|انسي).{0,12}(?:التعليمات|الاوامر|القواعد|ما سبق)|انت الان',
  ),
]
// Letters nobody sees are only there for a machine to read.
const HIDDEN_LETTERS = /[\u{e0020}-\u{e007e}]{4,}/u

/** The words that try to give the assistant orders; null when none do. `folded` is `fold(text)`. */
export function injectionIn(text: string, folded = fold(text)): string | null {
  const hidden = HIDDEN_LETTERS.exec(text)
  if (hidden !== null) return Array.from(hidden[0], letter => unhide(letter)).join('')
  return quoteOf(text, folded, patterns)
}

/** The text tries to give the assistant orders. It is read as data either way; this only says that it was noticed. */
export function looksLikeInjection(text: string): boolean {
  return injectionIn(text) !== null
}

function unhide(letter: string): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0xe0000) - 0xe0000)
}
