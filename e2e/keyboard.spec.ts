import { expect, test, type Locator, type Page } from '@playwright/test'
import { openStage, plainLook, show, type Stage } from './pages/screen.ts'
import { customersWrote } from './pages/shopScreens.ts'

// The tasks of a day, one after the other, in one sample shop: not one of them may need the mouse.
test.describe.configure({ mode: 'serial' })

let stage: Stage
let page: Page

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const type = (text: string) => page.keyboard.type(text)
const box = () => page.getByRole('textbox', { name: 'Your reply' })
const undoBar = () => page.getByText(/^Your reply goes out in/)

/** Goes through the list with J until the row of this contact has the focus, and opens it. */
async function openRow(name: string) {
  const row = page.locator('[data-conversation]').filter({ hasText: name }).first()
  await expect(row).toBeVisible()
  await expect(async () => {
    await press('j')
    await expect(row).toBeFocused({ timeout: 300 })
  }).toPass()
  await press('Enter')
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
  await expect(box()).toBeVisible()
}

/** On with the Tab key until it has the focus. */
async function tabTo(target: Locator) {
  await target.first().waitFor()
  for (let step = 0; step < 60; step += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return
    await press('Tab')
  }
  throw new Error('The Tab key does not get there')
}

const places = {
  i: 'inbox',
  k: 'knowledge',
  o: 'orders',
  a: 'assistant',
  m: 'models',
  c: 'channels',
  t: 'try',
  r: 'reports',
  s: 'settings',
  h: 'help',
}

/** Whether what has the focus can be seen to have it. */
const focusSeen = `(() => {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return 'left'
  const { width, height } = activeElement.getBoundingClientRect()
  const isMarked = getComputedStyle(activeElement).outlineStyle !== 'none' || activeElement.matches('input, textarea, iframe')
  return width > 0 && height > 0 && isMarked ? 'seen' : activeElement.outerHTML.slice(0, 120)
})()`

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage()
  stage = await openStage(page, ['--demo'])
  await show(stage, plainLook)
  await customersWrote(stage)
  await stage.client.snippet.create({ shortcut: 'thanks', title: 'Thanks', text: 'Thank you for waiting.' })
  await page.evaluate(`addEventListener('pointerdown', () => { window.pointed = true }, true)`)
})
test.afterAll(async () => {
  await stage?.close()
  await page?.close()
})

test('the first Tab leads past the navigation, into the page', async () => {
  await press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to the page' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('1 to 3: a waiting conversation is found, answered, and the answer taken back and sent', async () => {
  await press('g', '1')
  await openRow('Tom Becker')
  await press('r')
  await expect(box()).toBeFocused()
  await type('I am here myself now, Tom.')
  await press('Control+Enter')
  await expect(undoBar()).toBeVisible()
  await press('Escape', 'z')
  await expect(box()).toHaveValue('I am here myself now, Tom.')
  await expect(undoBar()).toBeHidden()
  await press('r', 'Control+Enter')
  await expect(undoBar()).toBeVisible()
  await expect(box()).toHaveValue('')
  await press('Escape')
})

test('4 and 5: it is handed back and taken over, resolved and opened again', async () => {
  const { thread } = stage.shop
  await press('t')
  await expect(thread.getByText('You handed this back to the assistant').last()).toBeVisible()
  await press('t')
  await expect(thread.getByText('You took over. The assistant stays silent here.').last()).toBeVisible()
  await press('e')
  await expect(thread.getByText('Resolved', { exact: false }).last()).toBeVisible()
  await press('e')
  await expect(thread.getByText('Reopened', { exact: false }).last()).toBeVisible()
})

test('6 to 9: it gets a label, a private note and a snippet, and is put off', async () => {
  const { thread } = stage.shop
  await press('#')
  await expect(page.getByRole('combobox', { name: 'Find or create a label' })).toBeFocused()
  await type('Urgent')
  await press('Enter')
  await expect(page.getByRole('option', { name: 'Urgent' })).toHaveAttribute('aria-checked', 'true')
  await press('Escape')
  await expect(page.getByRole('combobox', { name: 'Find or create a label' })).toBeHidden()
  await press('n')
  await type('Second broken lid, be generous')
  await press('Control+Enter')
  await expect(thread.getByRole('article', { name: /^Private note/ })).toContainText('be generous')
  await press('Escape', 'r')
  await expect(box()).toBeFocused()
  await type('/tha')
  await expect(page.getByRole('listbox', { name: 'Snippets' }).getByRole('option')).toHaveCount(1)
  await press('Enter')
  await expect(box()).toHaveValue('Thank you for waiting.')
  await press('Control+a', 'Delete', 'Escape', 's')
  await expect(page.getByRole('dialog', { name: /^Snooze/ })).toBeVisible()
  await type('tomorrow 9:00')
  await press('Enter')
  await expect(page.getByRole('dialog', { name: /^Snooze until/ })).toBeHidden()
  await expect
    .poll(async () => (await stage.client.conversation.list({ view: 'snoozed' })).items.map(one => one.contactName))
    .toEqual(['Tom Becker'])
})

test('10: a message is searched for and opened where it stands', async () => {
  await press('Escape', '/')
  await expect(page.getByRole('combobox')).toBeFocused()
  await type('generous')
  await expect(page.locator('mark').first()).toHaveText('generous')
  await press('ArrowDown', 'Enter')
  await expect(stage.shop.thread.getByText('be generous')).toBeInViewport()
})

test('11: a draft is looked at and approved', async () => {
  await press('g', '4')
  await openRow('Oliver Grant')
  await expect(page.getByRole('button', { name: 'Approve and send' })).toBeVisible()
  await press('a')
  await expect(page.locator('[data-approve]')).toBeFocused()
  await press('Enter')
  await expect(page.locator('[data-approve]')).toBeHidden()
})

test('12: last month becomes a report and a table in a file', async () => {
  await press('Escape', 'g', 'r')
  await tabTo(page.getByRole('combobox', { name: 'Period' }))
  await press('Enter')
  await expect(page.getByRole('option', { name: 'Last month' })).toBeVisible()
  await type('Last m')
  await press('Enter')
  await expect(page.getByRole('combobox', { name: 'Period' })).toHaveText('Last month')
  await tabTo(page.getByRole('button', { name: 'Export' }))
  await press('Enter')
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('radio') })
  await dialog.waitFor()
  const csv = dialog.getByRole('radio', { name: /CSV/ }).first()
  await tabTo(dialog.getByRole('radio', { checked: true }))
  for (let step = 0; step < 6 && !(await csv.isChecked()); step += 1) await press('ArrowDown')
  await expect(csv).toBeChecked()
  await tabTo(dialog.getByRole('button', { name: 'Save file' }))
  const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
})

test('no mouse was used, and on every page the focus can always be seen', async () => {
  expect(await page.evaluate('window.pointed === true')).toBe(false)
  await press('Escape')
  for (const [key, place] of Object.entries(places)) {
    await press('g', key)
    await expect(page.locator(`nav a[href="#/${place}"][aria-current]`)).toBeVisible()
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await page.getByRole('main').focus()
    for (let step = 1; step <= 8; step += 1) {
      await press('Tab')
      // After the last control the focus leaves the page.
      expect.soft(await page.evaluate<string>(focusSeen), `${place}, Tab ${step}`).toMatch(/^(seen|left)$/)
    }
    await page.evaluate('document.activeElement.blur()')
  }
})
