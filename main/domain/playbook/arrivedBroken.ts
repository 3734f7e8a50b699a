import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'

/** The parcel came: what is wrong is not its way but what was in it. */
const broken = [
  words(
    '(?:arrived|came|come|delivered|received|got|turned up|showed up|opened)(?: \\S+){0,9} (?:broken|damaged|cracked|smashed|shattered|crushed|torn|leaking|dented|bent|scratched|chipped|defective|faulty|in (?:\\S+ ){0,2}pieces|(?:with|has|have|had|is|got) (?:a |an |some )?(?:small |big |huge |tiny |few |deep )?(?:chip|crack|scratch|dent|hole|stain|tear|split)(?:s|es)?)|(?:broken|damaged|cracked|smashed|shattered|crushed|torn|dented|scratched|chipped|in pieces)(?: \\S+){0,3} (?:on|upon|when) (?:arrival|(?:it|they) (?:arrived|came)|i (?:got|received|opened))',
    '(?:llego|llegaron|recibi|he recibido)(?: \\S+){0,5} (?:rot[oa]s?|danad[oa]s?|defectuos[oa]s?)',
    '(?:arrivee?s?|recue?s?)(?: \\S+){0,4} (?:cassee?s?|endommagee?s?|abimee?s?)',
    '(?:kaputt|beschadigt|zerbrochen|defekt)(?: \\S+){0,3} (?:angekommen|geliefert|erhalten|bekommen)',
  ),
  anywhere('(?:到|收到|送到|拿到|打开)[^，。！？]{0,10}(?:碎|坏|破|裂|压扁|变形|漏|摔)'),
]
const notYet = words("not|never|hasn't|hasnt|haven't|no", 'nunca', 'jamais|pas', 'nicht|nie')

/** Something reached the contact, and not whole. */
export function arrivedBroken(text: string): boolean {
  const folded = fold(text)
  return matchesAny(folded, broken) && !notYet.test(folded)
}
