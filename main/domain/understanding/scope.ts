import type { Classified } from './classified.ts'

const elsewhere = new RegExp(
  [
    "(?<!\\p{L})(?:(?:what's|what is|how's|how is) the weather|weather (?:today|tomorrow|in|forecast)|tell me a (?:joke|story)|(?:write|compose) (?:me )?(?:an? |the |my )?(?:poem|essay|song|code|script|program|homework|cover letter)|who (?:is|was) (?:the )?(?:president|king|queen|prime minister)|(?:capital|population|president) of|translate (?:this|the|'|\"|into|to)|(?:solve|calculate|what is) \\d+ ?[-+*x/] ?\\d+|meaning of life|play (?:some )?music|set (?:an? )?(?:alarm|timer|reminder)|(?:bitcoin|stock) price|who won|football score|recipe for|book (?:me )?(?:a )?(?:flight|hotel|restaurant|taxi)|python (?:code|script)|javascript)(?!\\p{L})",
    '(?<!\\p{L})(?:que tiempo hace|cuentame un chiste|escribe(?:me)? un (?:poema|codigo)|capital de|quel temps|raconte(?:-moi)? une blague|ecris(?:-moi)? un poeme|capitale de|wie (?:ist|wird) das wetter|erzahl(?:e)? (?:mir )?einen witz|schreib(?:e)? (?:mir )?ein gedicht|hauptstadt von)(?!\\p{L})',
    '天气(?:怎么样|如何|预报)|讲个?(?:笑话|故事)|写(?:一)?(?:首诗|篇作文|段代码|个程序)|的首都|谁是.{0,6}(?:总统|主席)|翻译(?:一下|成)|股价|比特币|世界杯|几点了|唱首歌|天気は|ジョークを|詩を書いて|の首都|翻訳して|كيف الطقس|الطقس اليوم|احك لي نكته|عاصمه',
  ].join('|'),
  'u',
)
const OFF = 0.9
/** With an order number or a product in it a text is hardly about something else. */
const WITH_SHOP_FACT = 0.3

/** How likely the text is no matter of a shop: the model's word, corrected by what can be seen. `plain` is flat. */
export function outOfScopeOf(
  plain: string,
  classified: Pick<Classified, 'outOfScope'>,
  seen: { hasShopFact: boolean; isCourtesy: boolean },
): number {
  if (seen.isCourtesy) return 0
  if (seen.hasShopFact) return Math.min(classified.outOfScope, WITH_SHOP_FACT)
  return elsewhere.test(plain) ? Math.max(classified.outOfScope, OFF) : classified.outOfScope
}
