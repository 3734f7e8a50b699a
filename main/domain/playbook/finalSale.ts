import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'

const marks = [
  words(
    'final sale|clearance|non-?returnable|no returns?|as is|engraved|engraving|personali[sz]ed|monogrammed|custom(?:-| )?made|made to (?:order|measure)|bespoke|gift cards?|gift vouchers?',
    'personalizad[oa]s?|grabad[oa]s?|a medida|tarjeta regalo|liquidacion',
    'personnalisee?s?|gravee?s?|sur mesure|carte cadeau|soldes? finale?s?',
    'personalisiert(?:e[rsn]?)?|graviert(?:e[rsn]?)?|massgefertigt|nach mass|geschenkgutschein|vom umtausch ausgeschlossen',
  ),
  anywhere('不退不换|不可退|不支持退|特价清仓|清仓|定制|刻字|礼品卡|名入れ|返品不可|ギフトカード'),
]

/** Made for one person, or sold for good: most shops do not take it back, so the owner decides. */
export function isFinalSale(text: string): boolean {
  return matchesAny(fold(text), marks)
}
