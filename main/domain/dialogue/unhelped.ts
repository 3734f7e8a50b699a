import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'

const patterns = [
  words(
    "(?:that|this|it)(?:'s| is| was|s)? not (?:what|my|the (?:question|answer|problem))",
    "(?:does not|doesn't|doesnt|did not|didn't|didnt|not) (?:really )?(?:help|answer)(?:ed|s|ful|ing)?",
    "(?:you )?(?:did not|didn't|didnt|do not|don't|dont) (?:answer|understand|get|read)(?: \\S+)?",
    'wrong answer|useless (?:answer|reply)|same (?:answer|reply) again|already (?:tried|told you|did) (?:that|this|it)?|i (?:have )?already (?:tried|told|said)|still (?:not|no|does not|doesnt|the same)',
    'no (?:me )?(?:ayuda|sirve|responde)|eso no es lo que|ya lo (?:probe|intente|dije)',
    "(?:ne |n')?(?:m'|me )?(?:aide|repond) pas|ce n'est pas (?:ce que|ma question)|deja (?:essaye|dit)",
    '(?:hilft|beantwortet) (?:\\S+ ){0,3}nicht|das (?:ist|war) nicht (?:meine frage|was)|schon (?:probiert|versucht|gesagt)',
  ),
  anywhere(
    '答非所问|不是这个|不是我(?:要|想)?问|没(?:有)?(?:帮助|用|回答|解决)|还是(?:不行|没有|一样)|已经(?:试过|说过|说了)|說過了|沒(?:有)?(?:幫助|用|回答)|そうではなく|違います|答えになって|もう試|解決(?:し|でき)ま?せん|解決しない|ليس هذا|لم يساعد|جربت',
  ),
]

/** The contact says that the last answer did not help. */
export function saysUnhelped(text: string): boolean {
  return matchesAny(fold(text), patterns)
}
