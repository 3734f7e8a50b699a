import type { Entry } from '#contract/knowledge.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { contentWords, questionsIn } from './questions.ts'
import { anywhere, fold, matchesAny, words } from './wordings/fold.ts'

/** "I can't check out" is not "How do I check out?": the words are the same and the answer is not. */
const trouble = [
  words(
    "can't|cant|cannot|can not|could not|couldn't|couldnt|unable|not able|did not|didn't|didnt|does not|doesn't|doesnt|is not|isn't|isnt|not (?:working|received|delivered|updated|showing|possible)|never|fail(?:s|ed|ing|ure)?|problems?|issues?|errors?|wrong|incorrect(?:ly)?|broken|damaged|missing|stuck|restrict(?:ed|ing)?|rejected|declined",
    'no (?:puedo|funciona|llega|ha llegado|he recibido|me deja)|error|roto|rota|dañado|problemas?|equivocad[oa]|falta',
    'ne (?:\\S+ )?pas|(?:marche|fonctionne|recu|arrive) pas|impossible|erreur|casse|cassee|abime|probleme|manquant|manque',
    'kann (?:\\S+ ){0,4}nicht|(?:funktioniert|geht|klappt|kommt|ist) (?:\\S+ )?nicht|fehler|kaputt|defekt|beschadigt|falsche?[rsn]?|problem|fehlt',
  ),
  anywhere(
    '不能用|无法|不了|没(?:有)?(?:收到|反应|到)|坏了|坏掉|破了|损坏|错误|失败|发错|少了|缺|故障|無法|壞|沒(?:有)?收到|できません|できない|届かない|届きません|壊れ|エラー|間違|不良|لا (?:يعمل|استطيع|يمكنني)|لم (?:يصل|استلم)|مكسور|خطا|مشكله',
  ),
]
const NOTHING_TELLING = 0.5
const FRAGMENT = 0.88
const UNKNOWN_TROUBLE = 0.85

/**
 * What the search alone cannot know. On the development sets a scrap of a sentence was answered wrongly four times as
 * often as a question, and a report of trouble got the instructions for the untroubled case three times out of four.
 */
export function soberConfidence(confidence: number, text: string, entry: Entry): number {
  const telling = contentWords(text).length
  if (telling === 0 && !hasTellingCharacters(text)) return confidence * NOTHING_TELLING
  const isFragment = telling <= 2 && questionsIn(text).length === 0
  return (
    confidence * (isFragment ? FRAGMENT : 1) * (tellsOfTrouble(text) && !speaksOfTrouble(entry) ? UNKNOWN_TROUBLE : 1)
  )
}

/** "钱会退到哪里": its pairs all hold a small word, and still it says what it is about. */
function hasTellingCharacters(text: string) {
  return (text.match(/\p{Script=Han}/gu) ?? []).filter(character => !isCommonWord(character)).length >= 2
}

function tellsOfTrouble(text: string) {
  return matchesAny(fold(text), trouble)
}

function speaksOfTrouble({ question, wordings, answer }: Entry) {
  return tellsOfTrouble([question, ...wordings, answer].join('\n'))
}
