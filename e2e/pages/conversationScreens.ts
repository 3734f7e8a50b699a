import { toneFile } from './files.ts'
import { goTo, openConversation, type Screen, type Stage } from './screen.ts'

const noteText = 'Her brother ordered the same kettle. Ask the supplier before we refund.'
const laterText = 'Hi Mia, the blue cups are back on Monday.'
const snippetText = 'Hi {firstName}, you can send order {order} back to us within 30 days.'

/** The owner's own words on these screens. */
export const conversationWords = [noteText, laterText, snippetText, 'Returns, voice.wav: WAV'].join('\n')

async function idOf({ client }: Stage, name: string): Promise<string> {
  const { items } = await client.conversation.list({ view: 'all', text: name, limit: 1 })
  return items[0]?.id ?? ''
}

/** A note, a recording and a reply for tomorrow in one conversation, and a snippet to write with. */
async function prepared(stage: Stage) {
  const { client } = stage
  if ((await client.snippet.list()).length > 0) return
  await client.snippet.create({ shortcut: 'return', title: 'Returns', text: snippetText })
  const id = await idOf(stage, 'Mia Larsen')
  await client.conversation.addNote({ id, text: noteText })
  const sound = { name: 'voice.wav', mime: 'audio/wav', base64: toneFile(9).toString('base64') }
  const sendAt = new Date(Date.now() + 3 * 24 * 3_600_000)
  await client.conversation.reply({ id, text: laterText, uploads: [sound], sendAt, unlessTheyWrite: false })
}

async function openMia(stage: Stage) {
  await prepared(stage)
  await openConversation(stage, 'Mia Larsen')
  await stage.shop.thread.getByText(noteText).waitFor()
}

/** What the owner writes with, and what is not a message in the thread. */
export const conversationScreens: readonly Screen[] = [
  {
    name: 'conversation-scheduled',
    async open(stage) {
      await openMia(stage)
      await stage.shop.thread.getByRole('slider').waitFor()
    },
  },
  {
    name: 'conversation-note',
    async open(stage) {
      await openMia(stage)
      await stage.page.getByRole('radio', { name: 'Note' }).click()
      await stage.page.getByText('Private note, only you see it').waitFor()
    },
  },
  {
    name: 'conversation-snippets',
    async open(stage) {
      await openMia(stage)
      await stage.page.getByRole('radio', { name: 'Reply' }).click()
      await stage.page.getByRole('textbox', { name: 'Your reply' }).fill('')
      await stage.page.keyboard.type('/re')
      await stage.page.getByRole('listbox', { name: 'Snippets' }).waitFor()
    },
  },
  {
    name: 'conversation-placeholder',
    async open(stage) {
      await openMia(stage)
      await stage.page.getByRole('textbox', { name: 'Your reply' }).fill('')
      await stage.page.keyboard.type('/re')
      await stage.page.getByRole('listbox', { name: 'Snippets' }).waitFor()
      await stage.page.keyboard.press('Enter')
      await stage.page.getByText('Still to fill in:').waitFor()
    },
  },
  {
    name: 'conversation-later',
    async open(stage) {
      await openMia(stage)
      await stage.page.getByRole('button', { name: 'Send later' }).click()
      await stage.page.getByRole('dialog').getByText('Only if they do not write before then').waitFor()
    },
  },
  {
    name: 'conversation-emoji',
    async open(stage) {
      await openMia(stage)
      await stage.page.getByRole('button', { name: 'Insert an emoji' }).click()
      await stage.page.getByRole('listbox', { name: 'Emoji' }).waitFor()
    },
  },
  {
    name: 'settings-snippets',
    async open(stage) {
      await prepared(stage)
      await goTo(stage, 'settings/snippets')
      await stage.page.getByRole('list', { name: 'Snippets' }).waitFor()
    },
  },
  {
    name: 'settings-snippet',
    async open(stage) {
      await prepared(stage)
      await goTo(stage, 'settings/snippets')
      await stage.page.getByRole('button', { name: 'Edit return' }).click()
      await stage.page.getByRole('dialog').getByText('Filled in when you insert it').waitFor()
    },
  },
]
