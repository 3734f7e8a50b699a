/** Why a sentence of a draft was left out. */
export const sentenceProblems = [
  /** A number, price, date, time or span that its sources do not say, or say of something else. */
  'value',
  /** A link, an address or a telephone number that is not the shop's. */
  'link',
  /** A name that neither the sources nor the contact's own name have. */
  'name',
  /** A refund, a discount, a guarantee, or something said to be done or to be done, that no source says. */
  'promise',
  /** Yes where the source says no, or the other way round; at least where it says at most. */
  'turned-around',
  /** Without the condition under which it holds. */
  'condition',
  /** Words that no source has. */
  'not-in-sources',
  /** Another language than the customer's. */
  'language',
] as const
export type SentenceProblem = (typeof sentenceProblems)[number]
