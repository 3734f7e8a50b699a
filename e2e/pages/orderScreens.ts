import { goTo, type Screen, type Stage } from './screen.ts'

/** Two parcels on their way, one order without a number. */
export const orderTable = `Order Number,Customer Name,Email,Order Date,Status,Total,Currency,Item,Quantity,Carrier,Tracking Number,Ship Date,Expected Delivery,Address,Serial Number
#HP-20611,Oliver Grant,oliver@customer.test,2026-11-14,shipped,129.90,CAD,Cedar serving board,1,Canada Post,CP4471,2026-11-16,2026-11-24,"12 Harbour Rd, Halifax",
#HP-20612,陈雨桐,chen@customer.test,2026-10-02,delivered,212.50,CAD,Pour-over kettle,1,UPS,1Z999,2026-10-04,,"5 Spring Garden Rd, Halifax",K2-88121
,Nobody Special,nobody@customer.test,2026-11-01,paid,10.00,CAD,Stoneware mug,1,,,,,,
`

async function openEmpty(stage: Stage) {
  await goTo(stage, 'orders')
  await stage.page.getByText('Let the assistant look up orders').waitFor()
}

/** The first orders of a shop that has none. */
export const orderScreens: readonly Screen[] = [
  { name: 'orders-empty', open: openEmpty },
  {
    name: 'orders-connect',
    async open(stage) {
      await openEmpty(stage)
      await stage.page.getByRole('button', { name: /^WooCommerce/ }).click()
      await stage.page.getByRole('dialog').getByLabel('Consumer key').waitFor()
    },
  },
  {
    name: 'orders-import',
    async open(stage) {
      await openEmpty(stage)
      const { page } = stage
      await page.getByRole('button', { name: /^A file/ }).click()
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orderTable) })
      await page.getByRole('dialog').getByText('Which column is what').waitFor()
    },
  },
]
