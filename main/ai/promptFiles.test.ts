import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { createPromptFiles } from './promptFiles.ts'

const folder = join(import.meta.dirname, '../../resources/prompts')

test('every shipped prompt can be read under the name of its file', () => {
  const prompts = createPromptFiles(folder)
  const files = readdirSync(folder).filter(file => file.endsWith('.yaml'))
  const isPrompt = (file: string) => 'parts' in parse(readFileSync(join(folder, file), 'utf8'))
  const names = files.filter(isPrompt).map(file => file.replace('.yaml', ''))
  expect(names).toContain('reply')
  for (const name of names) expect(prompts(name).name).toBe(name)
})
