import { openStage, until } from '../../e2e/pages/screen.ts'
import { customersWrote, shopScreens } from '../../e2e/pages/shopScreens.ts'
import { everyLook, plain, type Camera } from './camera.ts'

/** These are shown in both languages and themes, the others in English. */
const main = new Set(['inbox', 'conversation', 'knowledge', 'channels', 'try', 'settings'])
const withDark = new Set(['handed-over', 'why', 'import-preview', 'connect-email'])
const withSmall = new Set(['inbox', 'knowledge', 'import-preview', 'channels', 'connect-email', 'settings', 'why'])

/** The sample shop a few minutes after it opened. */
export async function takeShopPictures(camera: Camera) {
  const page = await camera.newPage()
  const stage = await openStage(page, ['--demo'])
  try {
    await customersWrote(stage)
    await until(async () => {
      const { items } = await stage.client.conversation.list({ view: 'all', text: 'Noah Fraser', limit: 1 })
      return items[0]?.hasSuggestion ?? false
    }, 300_000)
    for (const { name, open } of shopScreens) {
      await open(stage)
      for (const look of everyLook) {
        const isWanted = look === plain || main.has(name) || (withDark.has(name) && look.language === 'en')
        if (isWanted) await camera.shoot(stage, name, look)
      }
      if (!withSmall.has(name)) continue
      await camera.shoot(stage, name, plain, 'small')
    }
    await stage.app.stop()
    await page.getByText('The connection to Keepdesk was lost').waitFor()
    await camera.shootPage(page, 'offline-en-light')
  } finally {
    await stage.close()
    await page.close()
  }
}
