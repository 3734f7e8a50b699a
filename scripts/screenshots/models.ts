import { modelScreens, openModelScreenStage } from '../../e2e/pages/modelScreens.ts'
import { looksOf, plain, type Camera } from './camera.ts'

const withSmall = new Set(['models', 'models-at-work', 'why-written'])

/** A shop that gets a model, and what it writes. */
export async function takeModelPictures(camera: Camera) {
  const page = await camera.newPage()
  const stage = await openModelScreenStage(page)
  try {
    for (const { name, open } of modelScreens) {
      await open(stage)
      for (const look of looksOf(name)) await camera.shoot(stage, name, look)
      if (withSmall.has(name)) await camera.shoot(stage, name, plain, 'small')
    }
  } finally {
    await stage.close()
    await page.close()
  }
}
