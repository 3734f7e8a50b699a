import { claim, type Claims } from './spans.ts'

const SIZE = '(?:xxs|xs|s|m|l|xl|xxl|xxxl|\\d{1,2}xl|small|medium|large|extra large|\\d{1,3}(?:[.,]5)?)'
const COLOUR =
  '(?:black|white|red|blue|green|grey|gray|pink|brown|yellow|orange|purple|beige|navy|silver|gold|rot|blau|grun|schwarz|weiss|weiß|grau|negro|blanco|rojo|azul|verde|noir|blanc|rouge|bleu|vert)'
const wanted: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?:(?:in|for|to|get|want|need|prefer|instead|gegen|in|por|pour|en) (?:a |an |the |one |it |der |die |das |una? |la |le |une? ){0,20})((?:size|grosse|größe|groesse|talla|taille) ${SIZE}|${COLOUR}(?: one)?|(?:a )?(?:bigger|smaller|larger) (?:size|one))(?![\\p{L}\\d])`,
    'gu',
  ),
  /(?:换成?|想要|要|改成|換成)(?:一?[个件双條条])?((?:[xsml]{1,4}|\d{2,3}(?:\.5)?)码?号?|大一?[码号]|小一?[码号]|[黑白红蓝绿灰粉棕黄橙紫]色)(?:的|$|[，。,.！!吧吗])/gu,
  /((?:[xsml]{1,3}|\d{2}(?:\.5)?)サイズ|[黒白赤青緑]色?)(?:に|への?)(?:交換|変更)/gu,
]

/** The size, colour or kind that is wanted instead. */
export function readWantedItem(claims: Claims): void {
  for (const pattern of wanted) {
    for (const match of claims.flat.matchAll(pattern)) {
      const item = match[1] ?? ''
      const start = match.index + match[0].indexOf(item)
      claim(claims, 'wanted-item', { start, end: start + item.length })
    }
  }
}
