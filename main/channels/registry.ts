import type { ChannelAdapter } from '#main/ports/channel.ts'
import { demo } from './demo.ts'
import { email } from './email.ts'
import { telegram } from './telegram.ts'

/** Every kind of channel there is. A new one is a file and a line here. */
export const adapters: readonly ChannelAdapter[] = [email, telegram, demo]
