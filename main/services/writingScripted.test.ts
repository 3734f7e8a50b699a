import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeGguf } from '#main/testing/models/gguf.ts'
import { scripted } from '#main/testing/models/scripted.ts'
import { openModelHost, realProcess } from '#main/testing/modelHost.ts'
import { createWholeShop } from '#main/testing/wholeShop.ts'

test('weights in a real process word a reply, and what they make up is not sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keepdesk-scripted-'))
  const host = openModelHost({
    workerFile: realProcess,
    machine: { cores: 1 },
    limits: { startMs: 60_000, beatMs: 5000 },
  })
  const shop = createWholeShop({ model: host.engine })
  try {
    const file = join(folder, 'scripted.gguf')
    writeGguf(
      file,
      scripted({
        scripts: [
          { say: 'We open at 9:00.' },
          { when: ['on Monday'], say: 'We open at nine and everything is half price.' },
        ],
      }),
    )
    await host.engine.use('writing', { id: 'scripted', name: 'Scripted', file, sha256: 'cd'.repeat(32) })
    const settle = async (id: string) => {
      await expect.poll(() => shop.spoken(id).length, { timeout: 60_000 }).toBe(1)
      const [answer] = shop.stores.answers.ofConversation(id, 1)
      return { text: shop.spoken(id)[0]?.text, writing: answer?.writing }
    }
    const first = await settle(await shop.say('When do you open?'))
    expect(first.writing).toMatchObject({ used: 'whole', draft: 'We open at 9:00.', model: { name: 'Scripted' } })
    expect(first.text).toContain('We open at 9:00.')
    const second = await settle(await shop.say('And when do you open on Monday?', 'auto', 'other'))
    expect(second.writing).toMatchObject({ used: 'not', draft: 'We open at nine and everything is half price.' })
    expect(second.text).toContain('We open at nine.')
    expect(second.text).not.toContain('half price')
  } finally {
    await shop.stop()
    await host.close()
    rmSync(folder, { recursive: true })
  }
}, 120_000)
