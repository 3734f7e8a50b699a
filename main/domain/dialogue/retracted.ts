import { fold } from '#domain/reply/wordings/fold.ts'

/** What somebody says who takes back what they have just written. */
const takesBack =
  /^(?:哦+|噢|啊|额|呃|嗯+|唉|哎)?[，,\s]*(?:算了|不对|打错了?|说错了?|发错了?(?:消息|了)|写错字了?|忽略(?:上面|前面|刚才)的?)/u
/** "算了不退了" says more than "算了", and nothing that is wanted. */
const onlyTakesBack = /^.{0,14}(?:了|吧|啦|错|的)$/u
const clauses = /[^\n，,。！!；;\s]+(?:[，,。！!；;\s]+|$)/gu

/**
 * "我要退货。算了不退了，就问问怎么换": only what comes after counts. As it is where nothing comes after, or where it is the
 * first that is said: then it takes back what an earlier message said. Chinese only.
 */
export function withoutRetracted(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text
  const found = Array.from(text.matchAll(clauses), ([clause], place) => ({ clause: fold(clause), place }))
  const pieces = Array.from(text.matchAll(clauses), ([clause]) => clause)
  const last = found.findLast(({ clause, place }) => place > 0 && takesBack.test(clause))
  if (last === undefined || last.place === pieces.length - 1) return text
  const bare = last.clause.replace(/[，,。！!；;\s]+$/u, '')
  const from = onlyTakesBack.test(bare) ? last.place + 1 : last.place
  return pieces.slice(from).join('').trim()
}
