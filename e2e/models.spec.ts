import { execFileSync } from 'node:child_process'
import { copyFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { leftoverEnglish } from './pages/leftoverEnglish.ts'
import { offeredFiles } from './pages/modelScreens.ts'
import {
  chooseFile,
  knowledge,
  makeModel,
  makeWriter,
  openModelStage,
  scriptsWith,
  type ModelStage,
} from './pages/modelStage.ts'
import { goTo, openConversation, plainLook, show, until } from './pages/screen.ts'
import { startModelServer } from './servers/modelServer.ts'

// One shop, from no model to one and back: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const mia = { id: 5001, firstName: 'Mia', lastName: 'Lund' }
const lin = { id: 5002, firstName: '林', lastName: '浩' }
const ben = { id: 5003, firstName: 'Ben', lastName: 'Ody' }
const WRITER = 'Shop writer'

let stage: ModelStage
let page: Page
let writer: string

const now = (use: 'writing' | 'searching'): Locator => page.locator(`[data-now=${use}]`)
const suggestion = () => page.getByRole('region', { name: 'Suggested reply' })
const reply = () => page.getByRole('textbox', { name: 'Your reply' })
const models = async () => (await stage.client.model.state()).installed

/** Resolves, inside the page, in the frame in which the reply has its first words. */
const replyBegan = `new Promise(resolve => {
  const look = () => {
    const box = document.querySelector('textarea[aria-label="Your reply"]')
    if (box.value.includes(' ')) resolve()
    else requestAnimationFrame(look)
  }
  look()
})`

/** Processes of the running app that hold models. */
function modelProcesses(): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return table.split('\n').flatMap(line => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(parent) === stage.app.pid && command.includes('modelProcess') ? [Number(pid)] : []
  })
}

/** A customer writes; then the conversation is open and the assistant has a suggestion. */
async function asks(customer: typeof mia, text: string) {
  stage.telegram.pushText(text, customer)
  const name = `${customer.firstName} ${customer.lastName}`
  await until(async () => {
    const { items } = await stage.client.conversation.list({ view: 'all', text: name, limit: 1 })
    return items[0]?.hasSuggestion === true
  })
  await openConversation(stage, name)
}

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage()
  stage = await openModelStage(page)
  writer = await makeWriter(stage.folder, `${WRITER}.gguf`, 'long', 100)
})
test.afterAll(async () => {
  await stage?.close()
  await page?.close()
})

test('without a model the page says who answers, what this computer is, and what to take', async () => {
  await goTo(stage, 'models')
  await expect(now('writing')).toContainText('The built-in assistant answers')
  await expect(page.getByText('Free disk space', { exact: true })).toBeVisible()
  await expect(page.locator('[data-offer]').first()).toContainText('Recommended')
})

test('a file that is no model, and half of one, are refused in plain words and not kept', async () => {
  const other = join(stage.folder, 'holiday.gguf')
  writeFileSync(other, 'Dear diary, today we went to the lake.')
  await chooseFile(stage, other)
  await expect(page.getByRole('alert')).toContainText('holiday.gguf cannot be used This file is not a model.')
  const half = join(stage.folder, 'half.gguf')
  copyFileSync(writer, half)
  truncateSync(half, 5_000_000)
  await chooseFile(stage, half)
  await expect(page.getByRole('alert')).toContainText('half.gguf cannot be used The file is damaged or not complete.')
  expect(await stage.client.model.state()).toMatchObject({ installed: [], transfers: [] })
})

test('a model from a file is checked, measured, and writes from then on', async () => {
  await chooseFile(stage, writer)
  await expect(page.getByText(/^(Reading|Checking) Shop writer/).first()).toBeVisible()
  await expect(page.getByText(`${WRITER} is installed and writes your answers now`)).toBeVisible({ timeout: 60_000 })
  await expect(now('writing')).toContainText(`${WRITER} writes your answers`)
  await expect(now('writing')).toContainText(/A typical answer takes about \d+ sec on this computer\./)
})

test('the assistant writes with it, and "Why this answer" names model, sources and what was left out', async () => {
  await asks(mia, 'How long does delivery take?')
  await expect(suggestion()).toContainText('Standard delivery takes 3 to 6 working days, and it is free from $75.')
  await expect(suggestion()).not.toContainText('refund')
  await suggestion().getByRole('button', { name: 'Why this answer' }).click()
  const why = page.getByRole('dialog')
  const [model] = await models()
  await expect(why.getByText(WRITER, { exact: true })).toBeVisible()
  await expect(why.getByText(model?.sha256.slice(0, 8) ?? '', { exact: true })).toBeVisible()
  await expect(why.getByRole('list', { name: 'Rests on' }).first()).toContainText('How long does delivery take?')
  await expect(why.getByText(/^Left out: /)).toBeVisible()
  await why.getByText('Details', { exact: true }).click()
  await why.getByRole('button', { name: 'Write it again' }).click()
  await expect(why.getByText('It wrote the same again, to the letter.')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a suggestion comes word by word into the reply, and Escape stops it', async () => {
  await suggestion().getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Suggest a reply' }).click()
  // Looked at with every frame: a fast computer soon has all of it.
  await page.evaluate(replyBegan)
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Stopped\./).first()).toBeVisible()
  const stopped = await reply().inputValue()
  // It was broken off on its way: some of it is there, and its end is not.
  expect(stopped).toContain('Standard')
  expect(stopped).not.toContain('in front of it')
  await page.waitForTimeout(500)
  expect(await reply().inputValue()).toBe(stopped)
})

test('left alone, it is finished, checked, and says which sentence was left out', async () => {
  await reply().fill('')
  await page.getByRole('button', { name: 'Suggest a reply' }).click()
  await expect(page.getByText('Written by your language model, checked against your knowledge.')).toBeVisible()
  await expect(reply()).toHaveValue(/Standard delivery takes 3 to 6 working days, and it is free from \$75\./)
  expect(await reply().inputValue()).not.toContain('refund')
  await expect(page.getByText(/1 sentence was left out/)).toBeVisible()
  await reply().fill('')
})

test('all of it is in Chinese where the owner reads Chinese', async () => {
  await asks(lin, '你好，收到的杯子不喜欢，可以退货吗？')
  await show(stage, { ...plainLook, language: 'zh-CN' })
  await page.getByRole('button', { name: '为什么这样回答' }).first().click()
  const why = page.getByRole('dialog')
  await expect(why.getByText('由模型措辞')).toBeVisible()
  await expect(why).toContainText('未使用的商品，收货后 30 天内可以退货。')
  await page.keyboard.press('Escape')
  await page.evaluate(`location.hash = '#/models'`)
  await expect(now('writing')).toContainText(`由 ${WRITER} 撰写回复`)
  await page.getByText('详细信息').first().click()
  const people = [
    ...knowledge.flatMap(({ question, answer }) => [question, answer]),
    ...scriptsWith('long').map(({ say }) => say),
  ]
  const english = await leftoverEnglish(page, [...people, WRITER].join('\n'))
  expect(english.filter(text => !/\p{Script=Han}/u.test(text))).toEqual([])
  await show(stage, plainLook)
})

test('when the process with the model dies, the inbox goes on and the model comes back', async () => {
  await goTo(stage, 'inbox')
  const [pid, ...others] = modelProcesses()
  expect(others).toEqual([])
  process.kill(pid ?? 0, 'SIGSEGV')
  await asks(ben, 'Can I return something?')
  await expect(suggestion()).toContainText('within 30 days')
  await reply().fill('We are looking into it.')
  await goTo(stage, 'models')
  await expect(now('writing')).toContainText('Ready')
  expect(modelProcesses()).not.toContain(pid)
})

test('a search model is taken for searching, and the other one goes on writing', async () => {
  const file = await makeModel(stage.folder, 'Shop search.gguf', ['--kind', 'embedding'])
  await chooseFile(stage, file)
  await expect(page.getByText('Shop search is installed and searches your knowledge now')).toBeVisible()
  await expect(page.getByText('This is a search model: it finds entries but cannot write answers.')).toBeVisible()
  await expect(now('searching')).toContainText('Search: Shop search')
  await expect(now('writing')).toContainText(`${WRITER} writes your answers`)
  await until(async () => (await stage.client.knowledge.indexState()).model?.state === 'ready')
})

test('a download from another address is paused, goes on where it was, and a wrong file is not taken', async () => {
  const [smallest] = offeredFiles()
  if (!smallest) throw new Error('Nothing is offered')
  const server = await startModelServer(smallest.bytes)
  server.setSpeed(20_000_000)
  await page.getByText('Download from another address').click()
  await page.getByRole('textbox', { name: 'Address' }).fill('ftp://nowhere')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/begins with https/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Address' }).fill(server.url)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: `Download ${smallest.name}` }).click()
  await expect(page.getByText(/ MB of .* MB · .* a second · .* left/)).toBeVisible()
  await page.getByRole('button', { name: `Pause ${smallest.name}` }).click()
  await expect(page.getByText(/ · Paused\. What has arrived is kept\./)).toBeVisible()
  server.setSpeed(Number.POSITIVE_INFINITY)
  await page.getByRole('button', { name: `Continue with ${smallest.name}` }).click()
  await expect(page.getByText(`${smallest.name} did not arrive`)).toBeVisible()
  await expect(page.getByText(/The file that came is not the one that was expected\./)).toBeVisible()
  expect(server.ranges()[0]).toBe(0)
  expect(server.ranges()[1]).toBeGreaterThan(0)
  await page.getByRole('button', { name: `Remove ${smallest.name}` }).click()
  await expect(page.getByText(`${smallest.name} did not arrive`)).toBeHidden()
  await server.stop()
})

test('without the model the inbox goes on with the built-in assistant', async () => {
  await page.getByRole('button', { name: `More for ${WRITER}` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('The built-in assistant goes on answering')
  await page.getByRole('button', { name: 'Delete model' }).click()
  await expect(now('writing')).toContainText('The built-in assistant answers')
  expect((await models()).map(({ name }) => name)).toEqual(['Shop search'])
  await asks({ ...mia, id: 5009, lastName: 'Berg' }, 'How long does delivery take?')
  await expect(suggestion()).toContainText('Standard delivery takes 3 to 6 working days. It is free from $75.')
  await suggestion().getByRole('button', { name: 'Why this answer' }).click()
  await expect(page.getByRole('dialog').getByText('Where the answer comes from')).toBeVisible()
  await expect(page.getByRole('dialog').getByText(WRITER)).toBeHidden()
})
