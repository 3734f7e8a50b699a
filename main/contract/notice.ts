import { z } from 'zod'

/** What the owner is told outside of the window. */
export const noticeSchema = z.object({
  title: z.string(),
  body: z.string(),
  /** Opened when the notice is clicked. */
  conversationId: z.string().nullable(),
  sound: z.boolean(),
})
export type Notice = z.infer<typeof noticeSchema>
