import { emptyScreens } from '../../e2e/pages/emptyScreens.ts'
import { openStage } from '../../e2e/pages/screen.ts'
import { looksOf, plain, type Camera } from './camera.ts'

/** From the first start to a shop in which nothing happened yet. */
export async function takeEmptyPictures(camera: Camera) {
  const page = await camera.newPage()
  const stage = await openStage(page)
  try {
    for (const { name, open } of emptyScreens) {
      await open(stage)
      for (const look of looksOf(name)) await camera.shoot(stage, name, look)
    }
    await camera.shoot(stage, 'setup-channel', plain, 'small')
    // A page of which a part does not arrive, as after an update.
    await page.route(/KnowledgePage-/, route => route.abort())
    await page.reload()
    await page.getByText('This conversation is gone').waitFor()
    await page.evaluate(`location.hash = '#/knowledge'`)
    await page.getByText('Something went wrong on this page').waitFor()
    await camera.shootPage(page, 'error-page-en-light')
    const stranger = await camera.newPage()
    await stranger.goto(stage.app.url)
    await stranger.getByText('This link has been used').waitFor()
    await camera.shootPage(stranger, 'error-link-used-en-light')
    await stranger.close()
  } finally {
    await stage.close()
    await page.close()
  }
}
