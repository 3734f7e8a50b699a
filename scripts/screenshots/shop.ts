import { everyShopScreen } from '../../e2e/pages/everyShopScreen.ts'
import { openStage, until } from '../../e2e/pages/screen.ts'
import { customersWrote } from '../../e2e/pages/shopScreens.ts'
import { looksOf, plain, type Camera } from './camera.ts'

const withSmall = new Set(['inbox', 'knowledge', 'connect-email', 'orders', 'procedure', 'reports', 'search-results'])
/** Walked through by the tests, but much like others. */
const skipped = new Set(['inbox-pick', 'connect-telegram', 'try-handoff'])

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
    for (const { name, open } of everyShopScreen) {
      if (skipped.has(name)) continue
      await open(stage)
      for (const look of looksOf(name)) await camera.shoot(stage, name, look)
      if (withSmall.has(name)) await camera.shoot(stage, name, plain, 'small')
    }
    await stage.app.stop()
    await page.getByText('The connection to Keepdesk was lost').waitFor()
    await camera.shootPage(page, 'offline-en-light')
  } finally {
    await stage.close()
    await page.close()
  }
}
