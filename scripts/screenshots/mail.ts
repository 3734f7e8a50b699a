import { mailScreens } from '../../e2e/pages/mailScreens.ts'
import { openMailStage } from '../../e2e/pages/mailStage.ts'
import { plain, type Camera } from './camera.ts'

const withDark = new Set(['html-mail', 'error-uncertain', 'error-channel'])
const withChinese = new Set(['error-not-sent', 'error-uncertain', 'error-channel', 'error-connect-email'])
const withSmall = new Set(['html-mail', 'long-mail', 'error-channel', 'error-connect-email'])

/** A real mailbox, and what can go wrong with one. */
export async function takeMailPictures(camera: Camera) {
  const page = await camera.newPage()
  const stage = await openMailStage(page)
  try {
    for (const { name, open } of mailScreens) {
      await open(stage)
      await camera.shoot(stage, name, plain)
      if (withDark.has(name)) await camera.shoot(stage, name, { language: 'en', theme: 'dark' })
      if (withChinese.has(name)) await camera.shoot(stage, name, { language: 'zh-CN', theme: 'light' })
      if (withSmall.has(name)) await camera.shoot(stage, name, plain, 'small')
    }
  } finally {
    await stage.close()
    await page.close()
  }
}
