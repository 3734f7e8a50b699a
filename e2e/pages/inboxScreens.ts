import { goTo, type Screen, type Stage } from './screen.ts'

/** The owner's own words on these screens. */
export const inboxWords = 'VIP, Ask supplier, 批发'

async function openAll(stage: Stage) {
  await goTo(stage, 'inbox')
  await stage.page.getByRole('navigation').getByRole('button', { name: /^All/ }).click()
  await stage.page.getByLabel('Conversations', { exact: true }).getByRole('listitem').first().waitFor()
}

async function selectTwo(stage: Stage) {
  await openAll(stage)
  const two = stage.page.getByRole('toolbar', { name: 'Selected conversations' }).getByText('2 selected')
  if (await two.isVisible()) return
  // Customers go on writing, so who is at the top is not known before.
  const boxes = stage.page.getByLabel('Conversations', { exact: true }).getByRole('checkbox')
  for (const index of [0, 1]) await boxes.nth(index).click()
  await two.waitFor()
}

/** Labels as a shop has them, on some of its conversations. */
async function labelled({ client }: Stage) {
  if ((await client.label.list()).length > 0) return
  const made = [
    await client.label.create({ name: 'VIP', color: 'purple' }),
    await client.label.create({ name: 'Ask supplier', color: 'orange' }),
    await client.label.create({ name: '批发', color: 'teal' }),
  ]
  const { items } = await client.conversation.list({ view: 'all', limit: 1 })
  const [newest] = items
  if (newest) await client.conversation.setLabels({ id: newest.id, labelIds: made.map(({ id }) => id) })
}

/** The list at work: labels, filter, selection, snoozing. */
export const inboxScreens: readonly Screen[] = [
  {
    name: 'inbox-all',
    async open(stage) {
      await labelled(stage)
      await openAll(stage)
      await stage.page.getByLabel('Conversations', { exact: true }).getByText('Ask supplier').first().waitFor()
    },
  },
  {
    name: 'inbox-filter',
    async open(stage) {
      await openAll(stage)
      await stage.page.getByRole('button', { name: 'Filter', exact: true }).click()
      await stage.page.getByRole('dialog', { name: 'Filter' }).getByText('Mood', { exact: true }).waitFor()
    },
  },
  {
    name: 'inbox-selected',
    open: selectTwo,
  },
  {
    name: 'inbox-labels',
    async open(stage) {
      await selectTwo(stage)
      await stage.page.keyboard.press('#')
      await stage.page.getByRole('combobox', { name: 'Find or create a label' }).waitFor()
    },
  },
  {
    name: 'inbox-snooze',
    async open(stage) {
      await selectTwo(stage)
      await stage.page.keyboard.press('s')
      const dialog = stage.page.getByRole('dialog', { name: /^Snooze/ })
      await dialog.getByLabel('When?').fill('next friday 3pm')
      await dialog.getByText(/Fri, /).first().waitFor()
    },
  },
  {
    name: 'labels',
    async open(stage) {
      await goTo(stage, 'settings/labels')
      const panel = stage.page.getByRole('tabpanel')
      await panel.getByRole('button', { name: 'Rename or recolour VIP' }).click()
      await panel.getByRole('radio', { name: 'Purple' }).waitFor()
    },
  },
]
