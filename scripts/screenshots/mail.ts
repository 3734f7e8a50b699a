import { mailScreens } from '../../e2e/pages/mailScreens.ts'
import { openMailStage } from '../../e2e/pages/mailStage.ts'
import { looksOf, plain, type Camera } from './camera.ts'

const withSmall = new Set(['html-mail', 'error-channel'])
/** Walked through by the tests, but much like others. */
const skipped = new Set(['mail-channel', 'html-mail-text'])

/** A real mailbox, and what can go wrong with one. */
export async function takeMailPictures(camera: Camera) {
  const page = await camera.newPage()
  const stage = await openMailStage(page)
  try {
    for (const { name, open } of mailScreens) {
      await open(stage)
      if (skipped.has(name)) continue
      for (const look of looksOf(name)) await camera.shoot(stage, name, look)
      if (withSmall.has(name)) await camera.shoot(stage, name, plain, 'small')
    }
  } finally {
    await stage.close()
    await page.close()
  }
}
