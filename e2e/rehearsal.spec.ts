import { expect, test, type Page } from '@playwright/test'
import { goTo, openStage, until, type Stage } from './pages/screen.ts'

// Each test goes on from the one before.
test.describe.configure({ mode: 'serial' })

let stage: Stage
let page: Page

/** 200 different questions: those the shop knows in several wordings, and some that nobody could answer. */
async function twoHundred(): Promise<string[]> {
  const { items } = await stage.client.knowledge.entries({ limit: 200 })
  const known = items.flatMap(({ question, wordings }) => [question, ...wordings])
  const odd = Array.from({ length: 60 }, (_, index) => `Would you sponsor our helicopter club number ${index + 1}?`)
  const more = Array.from({ length: 200 }, (_, index) => `${known[index % known.length]} (${index + 1})`)
  return [...new Set([...odd, ...known, ...more])].slice(0, 200)
}

const marks = () => page.locator('[data-result]')

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage()
  stage = await openStage(page, ['--demo'])
  await until(async () => {
    const { state } = await stage.client.knowledge.indexState()
    return state === 'ready' && (await stage.client.knowledge.entries({})).total > 20
  })
})
test.afterAll(async () => {
  await stage?.close()
  await page?.close()
})

test('200 pasted questions show in plain words what would have been answered', async () => {
  test.setTimeout(180_000)
  await goTo(stage, 'try/rehearse')
  const questions = await twoHundred()
  await page.getByRole('textbox', { name: 'Questions, one on each line' }).fill(questions.join('\n'))
  await expect(page.getByText('200 questions')).toBeVisible()
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText(/Would have answered \d+ of 200 by itself. You have not checked/)).toBeVisible()
  const [run] = await stage.client.rehearsal.runs()
  expect(run).toMatchObject({ state: 'done', done: 200 })
  expect(run?.tally.replied).toBeGreaterThan(50)
  expect(run?.tally.handedOver).toBeGreaterThan(30)
})

test('nothing was sent and no conversation began', async () => {
  const { items } = await stage.client.conversation.list({ view: 'all', text: 'helicopter', limit: 10 })
  expect(items).toEqual([])
})

test('each outcome says why, and the keyboard marks it right or wrong', async () => {
  await page.getByRole('button', { name: /^Replied/ }).click()
  await marks().first().click()
  await expect(page.getByRole('dialog')).toContainText('Where the answer comes from')
  await page.keyboard.press('Escape')
  await marks().first().focus()
  await page.keyboard.press('r')
  await expect(page.getByText('The one reply you checked was right.')).toBeVisible()
  await page.keyboard.press('w')
  await expect(page.getByText('Of the 2 replies you checked, 1 were right and 1 wrong.')).toBeVisible()
})

test('saved as a test set and run again after a change, two runs are compared', async () => {
  test.setTimeout(180_000)
  await page.getByRole('button', { name: 'Save as test set' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Our questions')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Our questions' })).toBeVisible()
  const [before] = await stage.client.rehearsal.runs()
  const { items } = await stage.client.rehearsal.results({ id: before?.id ?? '', only: 'right' })
  const entries = (await stage.client.knowledge.entries({ limit: 200 })).items
  const cited = entries.find(({ id, externalId }) => items[0]?.entries.includes(externalId ?? id))
  await stage.client.knowledge.deleteEntry({ id: cited?.id ?? '' })
  await page.getByRole('button', { name: 'Run again' }).click()
  await until(async () => {
    const runs = await stage.client.rehearsal.runs()
    return runs.length === 2 && runs.every(({ state }) => state === 'done')
  })
  await page.getByRole('button', { name: 'Compare with' }).click()
  await page.getByRole('menuitem').first().click()
  const changes = page.getByRole('region', { name: 'What changed' })
  await expect(changes).toContainText('1 worse')
  await expect(changes).toContainText(items[0]?.text ?? '')
})
