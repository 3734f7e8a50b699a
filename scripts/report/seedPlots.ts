import type { HandoffReason } from '#contract/assistant.ts'
import { days, minutes, type Telling } from './seedStories.ts'

const reasons: readonly HandoffReason[] = ['asked-for-person', 'sensitive', 'not-verified', 'procedure', 'failed-turns']

export interface Plot {
  /** How often it happens. */
  weight: number
  /** The first message is there already. */
  tell(story: Telling): void
}

export const plots: readonly Plot[] = [
  { weight: 22, tell: confirmed },
  { weight: 16, tell: assumed },
  { weight: 5, tell: askedAndAnswered },
  { weight: 4, tell: askedForNothing },
  { weight: 5, tell: cameBack },
  { weight: 3, tell: somethingElse },
  { weight: 12, tell: unknown },
  { weight: 8, tell: handedOver },
  { weight: 8, tell: suggested },
  { weight: 7, tell: ownersOwn },
  { weight: 3, tell: machine },
  { weight: 3, tell: forgotten },
  { weight: 2, tell: neverLeft },
  { weight: 2, tell: longTalk },
]
/** So many more long talks that a conversation has ten messages on the average. */
export const talkativePlots: readonly Plot[] = [...plots, { weight: 22, tell: longTalk }]

function confirmed({ answers, received, pass, words, random, staysSilent, resolves, tag }: Telling) {
  answers()
  if (!pass(minutes(random, 2, 600))) return
  received(random.pick(words.thanks))
  staysSilent()
  if (random.chance(0.1)) tag('cross-sell-offered', 'LAMP-1')
  if (random.chance(0.4)) resolves()
}

function assumed({ answers, received, pass, words, random, staysSilent }: Telling) {
  answers()
  if (!random.chance(0.2) || !pass(minutes(random, 1, 60))) return
  received(words.okay)
  staysSilent()
}

function askedAndAnswered(story: Telling) {
  const { asks, received, pass, words, random, fill } = story
  asks()
  if (!pass(minutes(random, 1, 30))) return
  received(fill(words.detail))
  confirmed(story)
}

function askedForNothing({ asks }: Telling) {
  asks()
}

function cameBack({ answers, received, pass, words, random, resolves, reopens }: Telling) {
  answers()
  if (random.chance(0.3)) resolves()
  if (!pass(days(random, 4, 10))) return
  if (random.chance(0.3)) reopens()
  received(words.again)
  answers('frustrated', 2)
}

function somethingElse({ answers, received, pass, question, random, otherTopic }: Telling) {
  answers()
  if (!pass(days(random, 5, 20))) return
  otherTopic()
  received(question())
  answers()
}

function unknown(story: Telling) {
  const { received, words, random, pass, fill, topicIs, handsOver } = story
  topicIs(random.chance(0.5) ? 'shop-location' : 'product-info')
  if (!pass(minutes(random, 0, 1))) return
  received(fill(random.pick(words.unknown)))
  handsOver(random.chance(0.7) ? 'no-knowledge' : 'not-sure', 240)
  laterTheOwner(story)
}

function handedOver(story: Telling) {
  const { received, words, random, pass, handsOver, tag } = story
  const isUpset = random.chance(0.3)
  if (isUpset && pass(minutes(random, 1, 2))) {
    received(words.upset)
    tag('complaint-theme', 'late-delivery')
  }
  const mood = isUpset ? 'angry' : 'anxious'
  handsOver(isUpset ? 'upset' : random.pick(reasons), random.chance(0.8) ? 120 : null, mood, isUpset ? 3 : 1)
  laterTheOwner(story)
}

function laterTheOwner({ random, pass, ownerWrites, received, words, resolves, notes, handsBack }: Telling) {
  if (random.chance(0.15)) notes('Called +49 170 1234567, she wants the blue one. =1+1')
  if (random.chance(0.12) || !pass(minutes(random, 3, 480))) return
  ownerWrites()
  if (random.chance(0.5) && pass(minutes(random, 1, 12))) {
    received(random.pick(words.thanks))
    if (pass(minutes(random, 1, 10))) ownerWrites()
  }
  if (random.chance(0.5)) resolves()
  if (random.chance(0.1)) handsBack()
}

function suggested({ random, suggests, received, pass, words }: Telling) {
  suggests(random.pick(['sent', 'sent', 'sent', 'edited', 'discarded', null]))
  if (random.chance(0.4) && pass(minutes(random, 5, 300))) received(random.pick(words.thanks))
}

function ownersOwn({ takesOver, pass, random, ownerWrites, received, words, resolves, tag }: Telling) {
  if (random.chance(0.5)) takesOver()
  if (!pass(minutes(random, 5, 900))) return
  ownerWrites()
  if (random.chance(0.6) && pass(minutes(random, 2, 60))) received(words.okay)
  if (random.chance(0.1)) tag('product-demand', 'green kettle')
  if (random.chance(0.6)) resolves()
}

function machine({ received, pass, random }: Telling) {
  if (pass(minutes(random, 1, 5))) received('Out of office until Monday.', { automated: 'auto-reply' })
}

function forgotten({ random, received, pass, words }: Telling) {
  if (random.chance(0.5) && pass(days(random, 1, 1))) received(words.again, { lateMs: minutes(random, 60, 600) })
}

function neverLeft({ random, pass, ownerWrites }: Telling) {
  if (pass(minutes(random, 5, 60))) ownerWrites(random.pick(['failed', 'uncertain', 'queued']))
}

function longTalk({ random, pass, received, question, answers, otherTopic }: Telling) {
  for (let turn = 8 + random.below(20); turn > 0; turn -= 1) {
    answers()
    if (!pass(minutes(random, 1, 2000))) return
    if (random.chance(0.3)) otherTopic()
    received(question())
  }
  answers()
}
