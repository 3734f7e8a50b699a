import { assistantScreens } from './assistantScreens.ts'
import { conversationScreens } from './conversationScreens.ts'
import { helpScreens } from './helpScreens.ts'
import { inboxScreens } from './inboxScreens.ts'
import { reportScreens } from './reportScreens.ts'
import type { Screen } from './screen.ts'
import { searchScreens } from './searchScreens.ts'
import { shopScreens } from './shopScreens.ts'

/** All that a shop at work can open, in an order in which one builds on another. */
export const everyShopScreen: readonly Screen[] = [
  ...shopScreens,
  ...inboxScreens,
  ...conversationScreens,
  ...assistantScreens,
  ...helpScreens,
  ...searchScreens,
  ...reportScreens,
]
