import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { removeFolder, root, temporaryFolder } from '../app.ts'
import { startTelegramServer, type TelegramServer } from '../servers/telegram.ts'
import { openStage, until, type Stage } from './screen.ts'

/** What the shop knows; the models of these tests say the same in other words. */
export const knowledge = [
  {
    question: 'How long does delivery take?',
    answer: 'Standard delivery takes 3 to 6 working days. It is free from $75.',
    wordings: ['delivery time', 'when will my parcel arrive', 'how long is shipping'],
  },
  {
    question: 'Can I return something?',
    answer: 'You can return unused items within 30 days of delivery. Please keep the receipt.',
    wordings: ['return policy', 'send it back', 'how do returns work'],
  },
  {
    question: '可以退货吗？',
    answer: '收货后 30 天内，未使用的商品可以退货。',
    wordings: ['怎么退货', '不喜欢能退吗'],
  },
]

/** When these words stand in what a model is given, it says this. */
interface Script {
  when?: readonly string[]
  say: string
}

/** Stands nowhere in what the shop knows. The long one gives time to stop it. */
const inventions = {
  short: 'We also refund 20% of your order.',
  long: [
    'We also refund 20% of your order to say thank you for your patience, and tomorrow morning somebody of our team',
    'calls you at home, so that we can talk about the next order and about everything else that you would like to know',
    'about us, the people who work here, the workshop behind the harbour and the trees in front of it.',
  ].join(' '),
}
export type Invention = keyof typeof inventions

export function scriptsWith(invention: Invention): readonly Script[] {
  return [
    {
      when: ['3 to 6 working days'],
      say: `Standard delivery takes 3 to 6 working days, and it is free from $75. ${inventions[invention]}`,
    },
    { when: ['within 30 days'], say: 'You can return unused items within 30 days of delivery.' },
    { when: ['未使用的商品'], say: '未使用的商品，收货后 30 天内可以退货。' },
    { say: 'Thank you for your message.' },
  ]
}

const run = promisify(execFile)

/** Model files of our own, made by the script that is there for it. */
export async function makeModel(folder: string, name: string, options: readonly string[]): Promise<string> {
  const file = join(folder, name)
  await run(process.execPath, [join(root, 'scripts/models/make.ts'), '--out', file, ...options], { cwd: root })
  return file
}

/** With ballast it takes its time: 100 make some hundred tokens a second. */
export function makeWriter(folder: string, name: string, invention: Invention, ballast = 0): Promise<string> {
  const script = JSON.stringify(scriptsWith(invention))
  return makeModel(folder, name, ['--kind', 'scripted', '--script', script, '--ballast', String(ballast)])
}

/** A shop with a Telegram bot whose customers write when they are told to, and a folder for model files. */
export interface ModelStage extends Stage {
  telegram: TelegramServer
  folder: string
}

export async function openModelStage(page: Page): Promise<ModelStage> {
  const folder = temporaryFolder()
  const telegram = await startTelegramServer()
  const stage = await openStage(page)
  const { client } = stage
  await client.settings.update({ shopName: 'Harbour & Pine', setupDone: true, chatPauseSeconds: 0 })
  for (const entry of knowledge) await client.knowledge.createEntry(entry)
  const settings = { botToken: telegram.token, apiRoot: telegram.apiRoot }
  await client.channel.create({ kind: 'telegram', name: 'Shop bot', settings })
  await until(async () => (await client.channel.list()).some(({ health }) => health.state === 'live'))
  await until(async () => (await client.knowledge.indexState()).state === 'ready')
  return {
    ...stage,
    telegram,
    folder,
    async close() {
      await stage.close()
      await telegram.stop()
      removeFolder(folder)
    },
  }
}

/** Chooses a file on the open models page. */
export async function chooseFile({ page }: Pick<Stage, 'page'>, file: string) {
  await page.locator('main input[type=file]').setInputFiles(file)
}
