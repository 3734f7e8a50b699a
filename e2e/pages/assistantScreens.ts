import { goTo, openConversation, type Screen, type Stage } from './screen.ts'

async function openTab(stage: Stage, tab: string, shows: string) {
  await goTo(stage, 'orders')
  await stage.page.getByRole('tab', { name: tab }).click()
  await stage.page.getByRole('tabpanel').getByText(shows).first().waitFor()
}

/** For the page it is five hours later from here on: what was promised in four is late. */
const HOURS_LATER = `globalThis.Date = class extends Date {
  constructor(...given) { super(...(given.length === 0 ? [Date.now()] : given)) }
  static now() { return super.now() + 5 * 3_600_000 }
}`

const procedureText = ({ page }: Stage) => page.getByRole('textbox', { name: 'The procedure as text' })

/** Orders, topics and procedures of a shop at work. Each builds on the one before. */
export const assistantScreens: readonly Screen[] = [
  {
    name: 'orders',
    async open(stage) {
      await goTo(stage, 'orders')
      await stage.page.getByRole('button', { name: 'Open order HP-20524' }).waitFor()
    },
  },
  {
    name: 'order',
    async open(stage) {
      await goTo(stage, 'orders')
      await stage.page.getByRole('button', { name: 'Open order HP-20540' }).click()
      await stage.page.getByRole('dialog').getByText('Warranty', { exact: true }).waitFor()
    },
  },
  {
    name: 'products',
    async open(stage) {
      await openTab(stage, 'Products', 'Lantern gooseneck kettle')
    },
  },
  {
    name: 'coupons',
    async open(stage) {
      await openTab(stage, 'Coupons', 'PARTS10')
    },
  },
  {
    name: 'topics',
    async open(stage) {
      await stage.client.topic.setPolicy({ approvalsNeeded: 20 })
      await stage.client.topic.update({ id: 'delivery-time', mode: 'auto', threshold: 0.8 })
      await goTo(stage, 'assistant/topics')
      await stage.page.getByText('Always handed to you').waitFor()
    },
  },
  {
    name: 'topic-threshold',
    async open(stage) {
      await goTo(stage, 'assistant/topics')
      await stage.page.getByRole('button', { name: /^How sure it must be: Delivery time/ }).click()
      await stage.page.getByRole('dialog').getByText('Threshold of this topic').waitFor()
    },
  },
  {
    name: 'procedures',
    async open(stage) {
      await stage.client.topic.setPolicy({ approvalsNeeded: 0 })
      await goTo(stage, 'assistant/playbooks')
      await stage.page.getByText('Solution base').waitFor()
    },
  },
  {
    name: 'procedure',
    async open(stage) {
      const { page } = stage
      await goTo(stage, 'assistant/playbooks/order-status')
      await page.getByText('Nothing is wrong with it.').waitFor()
      await page.getByRole('textbox', { name: 'What the customer writes' }).fill('Where is my order HP-20524?')
      await page.getByRole('button', { name: 'Say' }).click()
      await page.getByRole('button', { name: 'Start the dialogue again' }).waitFor()
    },
  },
  {
    name: 'procedure-broken',
    async open(stage) {
      await goTo(stage, 'assistant/playbooks/return-item')
      const text = procedureText(stage)
      await text.waitFor()
      await text.fill((await text.inputValue()).replace('found: ', 'found: not-'))
      await stage.page.getByText(/things? (is|are) wrong$/).waitFor()
    },
  },
  {
    name: 'late-promise',
    async open(stage) {
      await stage.page.evaluate(HOURS_LATER)
      await openConversation(stage, 'Tom Becker')
      await stage.page
        .getByText(/^promised .+ late$/)
        .first()
        .waitFor()
    },
  },
]
