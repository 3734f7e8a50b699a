import { foldText, normalizeText } from '#domain/text/normalize.ts'
import { valuesIn } from './values.ts'

/** Begin a sentence or a letter without being a name. */
const common = new Set(
  `i i'm i'll i've i'd dear hello hi hey kind best warm warmest regards wishes thanks thank you sincerely yours cheers
  customer shop team order mr mrs ms dr pm am ok email
  liebe lieber beste grüße grüßen sie ihnen ihr ihre bonjour cordialement hola saludos`
    .split(/\s+/)
    .filter(word => word !== ''),
)
/** Nouns have capitals there, so a capital shows no name. */
const capitalNouns = new Set(['de', 'lb'])
const CAPITALISED = /(?<=[\p{L}\p{N},;'"’)][^\S\n]+)\p{Lu}[\p{L}\p{M}'’-]+/gu

/** Words inside sentences that have a capital and are no days: people, places and products, where the language writes so. */
export function namesIn(text: string, language: string): string[] {
  if (capitalNouns.has(language)) return []
  const found = normalizeText(text).match(CAPITALISED) ?? []
  return [...new Set(found.map(name => name.replace(/['’]s$/u, '')))].filter(
    name => !common.has(foldText(name)) && valuesIn(name).size === 0,
  )
}

/** Names of one text that the other does not hold, in whatever place. */
export function namesMissing(of: string, from: string, language: string): string[] {
  const said = foldText(from)
  return namesIn(of, language).filter(name => !said.includes(foldText(name)))
}
