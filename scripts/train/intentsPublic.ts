import { z } from 'zod'
import type { IntentId } from '#domain/understanding/intents.ts'
import type { Random } from './random.ts'
import { rowsOf, type Training } from './trainer.ts'

const rowSchema = z.object({ text: z.string(), intent: z.string() })
const emotionRowSchema = z.object({ text: z.string(), emotions: z.array(z.string()) })
type Row = z.infer<typeof rowSchema>

/** Bitext's support intents in our words. Their `delivery_options` and the like ask for a page, not for a fact. */
export const bitextIntents: Readonly<Record<string, readonly IntentId[]>> = {
  create_account: ['account'],
  delete_account: ['account'],
  edit_account: ['account'],
  recover_password: ['account'],
  registration_problems: ['account'],
  switch_account: ['account'],
  check_cancellation_fee: ['cancel-order'],
  contact_customer_service: ['contact-details'],
  contact_human_agent: ['talk-to-person'],
  delivery_options: ['delivery-area'],
  delivery_period: ['delivery-time'],
  complaint: ['complaint'],
  review: ['review'],
  check_invoices: ['invoice'],
  get_invoice: ['invoice'],
  newsletter_subscription: ['newsletter'],
  cancel_order: ['cancel-order'],
  change_order: ['change-order'],
  place_order: ['place-order'],
  track_order: ['order-status'],
  check_payment_methods: ['payment-methods'],
  payment_issue: ['payment-problem'],
  check_refund_policy: ['return-policy'],
  get_refund: ['refund-request'],
  track_refund: ['refund-status'],
  change_shipping_address: ['change-address'],
  set_up_shipping_address: ['change-address'],
}
const bankingIntents: Readonly<Record<string, readonly IntentId[]>> = {
  Refund_not_showing_up: ['refund-status'],
  request_refund: ['refund-request'],
  declined_card_payment: ['payment-problem'],
  transaction_charged_twice: ['payment-dispute'],
  card_payment_not_recognised: ['payment-dispute'],
  passcode_forgotten: ['account'],
}
const clincIntents: Readonly<Record<string, readonly IntentId[]>> = { order_status: ['order-status'] }
/** Neither a matter of a shop nor surely none. */
const clincUnclear = new Set(
  `order_status order thank_you greeting goodbye yes no maybe cancel repeat are_you_a_bot what_can_i_ask_you redeem_rewards
  rewards_balance report_fraud nutrition_info calories shopping_list shopping_list_update change_language`.split(/\s+/),
)
const hwuUnclear = /^(?:general_|takeaway_|lists_|email_)/

const mostOfBitext = 90
const mostOfOthers = 60

export interface PublicExample {
  text: string
  intents: readonly IntentId[]
}

export function publicIntentExamples(training: Training, random: Random): PublicExample[] {
  return [
    ...mapped(rowsOf(training, 'bitext_cs', 'train20k.jsonl', rowSchema), bitextIntents, mostOfBitext, random),
    ...mapped(rowsOf(training, 'banking77', 'train.jsonl', rowSchema), bankingIntents, mostOfOthers, random),
    ...mapped(rowsOf(training, 'clinc150', 'train.jsonl', rowSchema), clincIntents, mostOfOthers, random),
  ]
}

/** Requests and remarks that are no matter of a shop. */
export function publicOutsideExamples(training: Training, random: Random): string[] {
  const clinc = rowsOf(training, 'clinc150', 'train.jsonl', rowSchema).filter(({ intent }) => !clincUnclear.has(intent))
  const home = rowsOf(training, 'hwu64', 'train.jsonl', rowSchema).filter(({ intent }) => !hwuUnclear.test(intent))
  const snips = rowsOf(training, 'snips', 'train.jsonl', rowSchema)
  const remarks = rowsOf(training, 'goemotions', 'train.jsonl', emotionRowSchema).filter(
    ({ text, emotions }) => emotions.join() === 'neutral' && text.split(' ').length >= 8,
  )
  const some = (rows: readonly { text: string }[], count: number) =>
    random.shuffled(rows.map(({ text }) => text)).slice(0, count)
  return [...some(clinc, 4000), ...some(home, 1500), ...some(snips, 700), ...some(remarks, 1200)]
}

function mapped(
  rows: readonly Row[],
  names: Readonly<Record<string, readonly IntentId[]>>,
  most: number,
  random: Random,
): PublicExample[] {
  const taken = new Map<string, number>()
  const found: PublicExample[] = []
  for (const { text, intent } of random.shuffled(rows)) {
    const intents = names[intent]
    const count = taken.get(intent) ?? 0
    if (intents === undefined || count >= most) continue
    taken.set(intent, count + 1)
    found.push({ text, intents })
  }
  return found
}
