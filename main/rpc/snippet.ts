import type { Snippets } from '#main/services/snippets.ts'
import { os } from './implement.ts'

export const snippetProcedures = (snippets: Snippets) => ({
  list: os.snippet.list.handler(() => snippets.list()),
  create: os.snippet.create.handler(({ input }) => snippets.create(input)),
  update: os.snippet.update.handler(({ input }) => snippets.update(input)),
  remove: os.snippet.remove.handler(({ input }) => snippets.remove(input.id)),
  use: os.snippet.use.handler(({ input }) => snippets.use(input.id, input.conversationId)),
})
