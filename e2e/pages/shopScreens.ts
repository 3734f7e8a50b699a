import { goTo, openConversation, until, type Screen, type Stage } from './screen.ts'

/** With a bad row, an entry without an answer and one in Chinese. */
export const sampleTable = `id,question,answer,wordings,language
gift-card,Do you have gift cards?,"Yes, from $25 to $250, by email or on paper.",gift voucher|present card,en
engraving,Can you engrave a mug?,"Yes. Engraving costs $9 and takes two more working days.",personalised mug,en
weekend,周末可以取货吗？,可以，周六10:00到17:00都能到店取货。,周末自提|周六取货,zh
empty,What about the blue one?,,,en
late,Can I order by phone?,"Yes, call us from Tuesday to Saturday.",phone order|order by telephone,en
`

/** Until the first customers of the sample shop were answered, handed over and prepared for. */
export async function customersWrote({ client }: Stage) {
  await until(async () => {
    const { items } = await client.conversation.list({ view: 'all', limit: 50 })
    const of = (name: string) => items.find(({ contactName }) => contactName === name)
    return Boolean(of('Oliver Grant')?.hasSuggestion && of('Tom Becker')?.handoffReason && of('林浩')?.hasSuggestion)
  })
}

/** Two customers of the sample shop have ordered with one phone number. */
const sharedPhone = `order number,customer,email,phone,status,order date,total,currency,item,quantity
HP-30001,Tom Becker,tom.becker@mail.example,+1 902 555 0143,delivered,2026-05-04,48.00,CAD,Stoneware mug,2
HP-30002,Oliver Grant,oliver@truro-cafe.example,902 555 0143,delivered,2026-06-11,24.00,CAD,Stoneware mug,1
`

async function proposeTwo({ client }: Stage) {
  const base64 = Buffer.from(sharedPhone).toString('base64')
  const { previewId } = await client.orders.preview({ upload: { name: 'phones.csv', mime: 'text/csv', base64 } })
  await client.orders.import({ previewId })
  await until(async () => (await client.contact.search({ text: 'Oliver Grant' })).length > 0)
}

async function openContact(stage: Stage) {
  await openConversation(stage, 'Tom Becker')
  const details = stage.page.getByRole('button', { name: 'Contact', exact: true })
  if (await details.isVisible()) await details.click()
}

async function connect({ page, shop }: Stage, kind: RegExp | null) {
  await page.getByRole('button', { name: 'Connect a channel' }).first().click()
  const dialog = page.getByRole('dialog')
  if (kind) await dialog.getByRole('button', { name: kind }).click()
  else await dialog.getByRole('button', { name: /^Email/ }).waitFor()
  return { dialog, shop }
}

/** The pages and dialogs of a shop at work. */
export const shopScreens: readonly Screen[] = [
  {
    name: 'inbox',
    async open(stage) {
      await openConversation(stage, 'Oliver Grant')
      await stage.page.getByRole('button', { name: 'Approve and send' }).waitFor()
      await stage.page
        .getByText(/faq\.en\.csv/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'inbox-pick',
    async open(stage) {
      await goTo(stage, 'inbox')
      await stage.page.getByText('Pick a conversation').waitFor()
    },
  },
  {
    name: 'conversation',
    async open(stage) {
      await openConversation(stage, '陈雨桐')
      await stage.shop.thread.getByText('Assistant').first().waitFor()
    },
  },
  {
    name: 'handed-over',
    async open(stage) {
      await openConversation(stage, 'Tom Becker')
      await stage.page.getByText('The assistant passed this to you').first().waitFor()
    },
  },
  {
    name: 'why',
    async open(stage) {
      await openConversation(stage, 'Oliver Grant')
      await stage.page.getByRole('button', { name: 'Why this answer' }).last().click()
      await stage.page.getByRole('dialog').getByText('What it checked').waitFor()
    },
  },
  {
    name: 'why-lookup',
    async open(stage) {
      await openConversation(stage, 'Hannah Lee')
      await stage.page.getByRole('button', { name: 'Why this answer' }).first().click()
      await stage.page.getByRole('dialog').getByText('What it checked').waitFor()
    },
  },
  {
    name: 'merge',
    async open(stage) {
      await openConversation(stage, 'Tom Becker')
      const details = stage.page.getByRole('button', { name: 'Contact', exact: true })
      if (await details.isVisible()) await details.click()
      await stage.page.getByRole('button', { name: 'Same person as…' }).click()
      await stage.page.getByRole('dialog').getByText('陈雨桐').waitFor()
    },
  },
  {
    name: 'contact',
    async open(stage) {
      await proposeTwo(stage)
      await openContact(stage)
      await stage.page.getByRole('button', { name: 'Not the same person' }).first().waitFor()
      await stage.page.getByRole('list', { name: 'Remembered' }).waitFor()
    },
  },
  {
    name: 'contact-history',
    async open(stage) {
      await openContact(stage)
      await stage.page.getByRole('radio', { name: 'History' }).click()
      await stage.page.getByRole('list', { name: /^Everything with this contact/ }).waitFor()
    },
  },
  {
    name: 'knowledge',
    async open(stage) {
      await goTo(stage, 'knowledge')
      await stage.page.getByRole('table').waitFor()
    },
  },
  {
    name: 'knowledge-entry',
    async open(stage) {
      await goTo(stage, 'knowledge')
      await stage.page.getByRole('table').getByRole('button').first().click()
      await stage.page.getByRole('dialog').getByText('Other ways to ask').waitFor()
    },
  },
  {
    name: 'import-preview',
    async open(stage) {
      await goTo(stage, 'knowledge')
      const pdf = Buffer.from('%PDF-1.4\nnot really')
      await stage.page.getByRole('button', { name: 'Import files' }).click()
      await stage.page
        .locator('input[type=file]')
        .first()
        .setInputFiles([
          { name: 'questions.csv', mimeType: 'text/csv', buffer: Buffer.from(sampleTable) },
          { name: 'price list.pdf', mimeType: 'application/pdf', buffer: pdf },
        ])
      await stage.page.getByRole('heading', { name: 'price list.pdf' }).waitFor()
    },
  },
  {
    name: 'channels',
    async open(stage) {
      await goTo(stage, 'channels')
      await stage.page
        .getByText(/^Live since/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'channels-auto',
    async open(stage) {
      await goTo(stage, 'channels')
      await stage.page.getByRole('radio', { name: 'Auto' }).last().click()
      await stage.page.getByRole('button', { name: 'Turn on Auto' }).waitFor()
    },
  },
  {
    name: 'channels-hours',
    async open(stage) {
      const hours = Array.from({ length: 7 }, () => ({ open: true, from: '00:00', to: '00:00' }))
      const [channel] = await stage.client.channel.list()
      if (channel) await stage.client.channel.setSchedule({ id: channel.id, schedule: { when: 'own', hours } })
      await goTo(stage, 'channels')
      await stage.page.getByText(/^At work now/).waitFor()
    },
  },
  {
    name: 'connect',
    async open(stage) {
      await goTo(stage, 'channels')
      await connect(stage, null)
    },
  },
  {
    name: 'connect-email',
    async open(stage) {
      await goTo(stage, 'channels')
      const { dialog } = await connect(stage, /^Email/)
      await dialog.getByLabel('Email address').fill('harbour.and.pine@gmail.com')
      await dialog.getByText('Gmail settings filled in').waitFor()
    },
  },
  {
    name: 'connect-telegram',
    async open(stage) {
      await goTo(stage, 'channels')
      const { dialog } = await connect(stage, /^Telegram/)
      await dialog.getByLabel('Bot token').waitFor()
    },
  },
  {
    name: 'try',
    async open(stage) {
      await ask(stage, 'Where is your shop and when are you open?')
    },
  },
  {
    name: 'try-handoff',
    async open(stage) {
      await ask(stage, 'Would you sponsor our helicopter club next summer?')
    },
  },
  {
    name: 'rehearse-new',
    async open(stage) {
      await goTo(stage, 'try/rehearse')
      await stage.page.getByRole('radio', { name: 'From a channel' }).click()
      await stage.page.getByText('How far back').waitFor()
    },
  },
  {
    name: 'rehearse',
    async open(stage) {
      await rehearse(stage)
      await openRehearsal(stage)
    },
  },
  {
    name: 'rehearse-compare',
    async open(stage) {
      const { signature } = await stage.client.settings.get()
      await stage.client.settings.update({ signature: '' })
      await rehearse(stage)
      await stage.client.settings.update({ signature })
      await openRehearsal(stage)
      await stage.page.getByRole('button', { name: 'Compare with' }).click()
      await stage.page.getByRole('menuitem').first().click()
      await stage.page.getByRole('heading', { name: 'What changed' }).waitFor()
    },
  },
  {
    name: 'rehearse-why',
    async open(stage) {
      await openRehearsal(stage)
      await stage.page.locator('[data-result]').first().click()
      await stage.page.getByRole('dialog').getByText('What it checked').waitFor()
    },
  },
  {
    name: 'settings',
    async open(stage) {
      await goTo(stage, 'settings')
      await stage.page.getByText('Shop name', { exact: true }).waitFor()
    },
  },
  {
    name: 'settings-name',
    async open(stage) {
      await goTo(stage, 'settings/assistant')
      await showPart(stage, 'In your name')
    },
  },
  {
    name: 'settings-notifications',
    async open(stage) {
      await stage.client.settings.update({ quietHours: { on: true, from: '21:00', to: '08:00' } })
      await goTo(stage, 'settings/notifications')
      await stage.page.getByText('Keep quiet at certain hours').waitFor()
    },
  },
  {
    name: 'settings-away',
    async open(stage) {
      await stage.client.settings.update({
        awayText: { en: 'Our shop is closed. We will answer you {time}.', 'zh-CN': '我们已经打烊，会{time}答复您。' },
      })
      await goTo(stage, 'settings/hours')
      await showPart(stage, 'Away text')
    },
  },
  {
    name: 'settings-about',
    async open(stage) {
      await goTo(stage, 'settings/about')
      await stage.page.getByText('Where your data is').waitFor()
    },
  },
  {
    name: 'settings-hours',
    async open(stage) {
      const openingHours = Array.from({ length: 7 }, (_, day) => ({
        open: day < 6,
        from: '09:00',
        to: day < 5 ? '18:00' : '13:00',
      }))
      const year = new Date().getFullYear() + 1
      const closedDays = [{ from: `${year}-12-24`, to: `${year}-12-26` }]
      await stage.client.settings.update({ openingHours, closedDays })
      await goTo(stage, 'settings/hours')
      await showPart(stage, 'Opening hours')
      await stage.page.getByText('Closed on these dates').waitFor()
    },
  },
]

/** Below the first screenful of its page. */
async function showPart({ page }: Stage, title: string) {
  await page.getByText(title, { exact: true }).waitFor()
  await page.evaluate(
    `[...document.querySelectorAll('h2')].find(({ textContent }) => textContent === '${title}').scrollIntoView({ block: 'center' })`,
  )
}

async function ask(stage: Stage, question: string) {
  await goTo(stage, 'try')
  await stage.page.getByRole('textbox', { name: 'A customer asks' }).fill(question)
  await stage.page.getByRole('button', { name: 'Ask', exact: true }).click()
  await stage.page.getByText('What it checked').waitFor()
}

const TEST_SET = 'Harbour & Pine'

/** Plays the questions of the shop's own knowledge, some marked, as a test set. */
async function rehearse({ client }: Stage) {
  const known = (await client.rehearsal.sets()).find(({ name }) => name === TEST_SET)
  const { items } = await client.knowledge.entries({ limit: 40 })
  const text = items.map(({ question }) => question).join('\n')
  const set = known ?? (await client.rehearsal.fromText({ name: TEST_SET, text }))
  await client.rehearsal.saveSet({ id: set.id, name: TEST_SET })
  const { id } = await client.rehearsal.run({ setId: set.id })
  await until(async () => (await client.rehearsal.runs()).some(run => run.id === id && run.state === 'done'))
  if (known) return
  const results = await client.rehearsal.results({ id, limit: 12 })
  for (const [index, { caseId }] of results.items.entries()) {
    await client.rehearsal.mark({ runId: id, caseId, verdict: index === 5 ? 'wrong' : 'right' })
  }
}

async function openRehearsal(stage: Stage) {
  await goTo(stage, 'try/rehearse')
  await stage.page.getByRole('navigation', { name: 'Questions' }).getByText(TEST_SET).click()
  await stage.page.locator('[data-result]').first().waitFor()
}
