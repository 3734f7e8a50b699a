import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../app.ts'
import { startModelServer, type ModelServer } from '../servers/modelServer.ts'
import { chooseFile, makeModel, makeWriter, openModelStage, type ModelStage } from './modelStage.ts'
import { goTo, openConversation, until } from './screen.ts'
import type { Page } from '@playwright/test'

/** Megabytes a second, so that a download is seen on its way. */
const SLOWLY = 4_000_000

export interface OfferedFile {
  id: string
  name: string
  bytes: number
}

/** What is offered first has the fewest bytes. */
export function offeredFiles(): OfferedFile[] {
  const shape = z.object({ models: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number() })) })
  const { models } = shape.parse(JSON.parse(readFileSync(join(root, 'resources/models.json'), 'utf8')))
  return models.toSorted((a, b) => a.bytes - b.bytes)
}

/** A shop with a server that hands out models, and model files of its own. */
export interface ModelScreenStage extends ModelStage {
  server: ModelServer
  close(): Promise<void>
}

export async function openModelScreenStage(page: Page): Promise<ModelScreenStage> {
  const [smallest] = offeredFiles()
  const server = await startModelServer(smallest?.bytes ?? 0)
  server.setSpeed(SLOWLY)
  const stage = await openModelStage(page)
  await stage.client.settings.update({ modelMirror: server.url })
  return {
    ...stage,
    server,
    async close() {
      await stage.close()
      await server.stop()
    },
  }
}

export interface ModelScreen {
  name: string
  open(stage: ModelScreenStage): Promise<void>
}

/** The models page from nothing to a model at work, and what it wrote. Each builds on the one before. */
export const modelScreens: readonly ModelScreen[] = [
  {
    name: 'models',
    async open(stage) {
      await goTo(stage, 'models')
      await stage.page.locator('[data-offer]').first().waitFor()
      await stage.page.getByText('Free disk space', { exact: true }).waitFor()
    },
  },
  {
    name: 'models-downloading',
    async open(stage) {
      const [smallest] = offeredFiles()
      await stage.client.model.download({ catalogueId: smallest?.id ?? '' })
      await goTo(stage, 'models')
      await stage.page.getByText(/ a second · .* left/).waitFor()
    },
  },
  {
    name: 'models-wrong-file',
    async open(stage) {
      for (const { id } of (await stage.client.model.state()).transfers) await stage.client.model.cancel({ id })
      const file = join(stage.folder, 'holiday.gguf')
      writeFileSync(file, 'Dear diary, today we went to the lake.')
      await goTo(stage, 'models')
      await chooseFile(stage, file)
      const said = stage.page.getByText('This file is not a model.')
      await said.waitFor()
      await said.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'models-at-work',
    async open(stage) {
      const { client, folder, page } = stage
      await goTo(stage, 'models')
      await chooseFile(stage, await makeModel(folder, 'Shop search.gguf', ['--kind', 'embedding']))
      await page.getByText('Shop search is installed').waitFor()
      await chooseFile(stage, await makeWriter(folder, 'Shop writer.gguf', 'short'))
      await page.getByText('Shop writer is installed').waitFor()
      await until(async () => (await client.knowledge.indexState()).model?.state === 'ready')
      await goTo(stage, 'models')
      await page.locator('[data-now=writing]').getByText('Ready').waitFor()
    },
  },
  {
    name: 'why-written',
    async open(stage) {
      stage.telegram.pushText('How long does delivery take?', { id: 5001, firstName: 'Mia', lastName: 'Lund' })
      await until(async () => {
        const { items } = await stage.client.conversation.list({ view: 'all', text: 'Mia Lund', limit: 1 })
        return items[0]?.hasSuggestion === true
      })
      await openConversation(stage, 'Mia Lund')
      await stage.page.getByRole('button', { name: 'Why this answer' }).first().click()
      await stage.page.getByRole('dialog').getByText('Put into words by a model').waitFor()
    },
  },
]
