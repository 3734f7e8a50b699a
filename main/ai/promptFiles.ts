import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPrompt, type Prompt } from '#domain/prompt/prompt.ts'

/** The instructions shipped in a folder. A file that is missing or wrong throws when it is first asked for. */
export function createPromptFiles(folder: string): (name: string) => Prompt {
  const known = new Map<string, Prompt>()
  const read = (name: string) => readFileSync(join(folder, `${name}.yaml`), 'utf8')

  return name => {
    const prompt = known.get(name) ?? readPrompt(read(name), read)
    known.set(name, prompt)
    return prompt
  }
}
