import { oc } from '@orpc/contract'
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

export const noticeContract = {
  /**
   * The conversation that the owner looks at on this page, null when on none or in another window: nothing is told of it.
   * Said again every half minute; a page that is silent for longer is taken to be gone.
   */
  watching: oc
    .input(z.object({ pageId: z.string().min(1).max(64), conversationId: z.string().nullable() }))
    .output(z.void()),
  /** Raises one as an example, in quiet hours too. */
  trial: oc.output(z.void()),
}
