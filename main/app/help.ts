import type { Prompt } from '#domain/prompt/prompt.ts'
import type { LanguageModel } from '#main/ports/languageModel.ts'
import type { Platform } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Assistant } from '#main/services/assistant.ts'
import type { Channels } from '#main/services/channels.ts'
import { createHelp } from '#main/services/help.ts'
import type { Knowledge } from '#main/services/knowledge.ts'
import type { WritingService } from '#main/services/writing.ts'

export interface HelpPartsDeps {
  platform: Platform
  stores: Stores
  assistant: Assistant
  writing: WritingService | null
  model: LanguageModel
  prompt(name: string): Prompt
  channels: Pick<Channels, 'adapterOf'>
  knowledge: Pick<Knowledge, 'search'>
}

/** What the owner can ask for while writing. */
export function joinHelp({ platform: { clock, log }, channels, knowledge, ...deps }: HelpPartsDeps) {
  return createHelp({
    ...deps,
    search: knowledge.search,
    maxTextLength: ({ channelKind }) => channels.adapterOf(channelKind).maxTextLength,
    clock,
    log,
  })
}
