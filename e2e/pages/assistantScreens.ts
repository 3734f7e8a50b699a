import { goTo, type Screen, type Stage } from './screen.ts'

/** Two parcels on their way, one order without a number. */
export const orderTable = `Order Number,Customer Name,Email,Order Date,Status,Total,Currency,Item,Quantity,Carrier,Tracking Number,Ship Date,Expected Delivery,Address,Serial Number
#HP-20611,Oliver Grant,oliver@customer.test,2026-11-14,shipped,129.90,CAD,Cedar serving board,1,Canada Post,CP4471,2026-11-16,2026-11-24,"12 Harbour Rd, Halifax",
#HP-20612,陈雨桐,chen@customer.test,2026-10-02,delivered,212.50,CAD,Pour-over kettle,1,UPS,1Z999,2026-10-04,,"5 Spring Garden Rd, Halifax",K2-88121
,Nobody Special,nobody@customer.test,2026-11-01,paid,10.00,CAD,Stoneware mug,1,,,,,,
`

const warrantyTable = `Serial Number,Start,End,Order Number
K2-88121,2026-10-02,2029-10-02,#HP-20612
`

async function choose({ page }: Stage, name: string, text: string) {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('dialog').getByText('Which column is what').waitFor()
}

const procedureText = ({ page }: Stage) => page.getByRole('textbox', { name: 'The procedure as text' })

/** Orders, topics and procedures of a shop at work. Each builds on the one before. */
export const assistantScreens: readonly Screen[] = [
  {
    name: 'orders-empty',
    async open(stage) {
      await goTo(stage, 'orders')
      await stage.page.getByText('Let the assistant look up orders').waitFor()
    },
  },
  {
    name: 'orders-connect',
    async open(stage) {
      await goTo(stage, 'orders')
      await stage.page.getByRole('button', { name: /^WooCommerce/ }).click()
      await stage.page.getByRole('dialog').getByLabel('Consumer key').waitFor()
    },
  },
  {
    name: 'orders-import',
    async open(stage) {
      await goTo(stage, 'orders')
      await stage.page.getByRole('button', { name: /^A file/ }).click()
      await choose(stage, 'orders.csv', orderTable)
    },
  },
  {
    name: 'orders',
    async open(stage) {
      await stage.page.getByRole('button', { name: 'Import', exact: true }).click()
      await stage.page.getByRole('button', { name: 'Import a file' }).click()
      await choose(stage, 'warranties.csv', warrantyTable)
      await stage.page.getByRole('button', { name: 'Import', exact: true }).click()
      await stage.page.getByRole('button', { name: 'Open order #HP-20612' }).waitFor()
    },
  },
  {
    name: 'order',
    async open(stage) {
      await goTo(stage, 'orders')
      await stage.page.getByRole('button', { name: 'Open order #HP-20612' }).click()
      await stage.page.getByRole('dialog').getByText('Warranty', { exact: true }).waitFor()
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
      await page.getByRole('textbox', { name: 'What the customer writes' }).fill('Where is my order HP-20611?')
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
]
