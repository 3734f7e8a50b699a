import type { ChannelKind } from '#contract/channel.ts'
import type { ChannelAdapter } from '#main/ports/channel.ts'
import { demo } from './demo.ts'
import { email } from './email.ts'
import { telegram } from './telegram.ts'

/** Every kind of channel there is. A new one is a file and a line here. */
export const adapters: readonly ChannelAdapter[] = [email, telegram, demo]

export function adapterOf(kind: ChannelKind): ChannelAdapter {
  const found = adapters.find(adapter => adapter.kind === kind)
  if (!found) throw new Error(`No channel of the kind ${kind}`)
  return found
}
