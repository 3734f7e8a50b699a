import { expect, test } from 'vitest'
import { readPlaybook } from '#domain/playbook/read.ts'
import { en } from '#renderer/i18n/en/catalog.ts'
import { zh } from '#renderer/i18n/zh/catalog.ts'

test('the example a new procedure starts from is without mistakes in both languages', () => {
  for (const { exampleYaml } of [en.playbooks, zh.playbooks]) {
    const { problems, playbook } = readPlaybook(exampleYaml)
    expect(problems).toEqual([])
    expect(playbook?.steps.length).toBeGreaterThan(4)
  }
})
