import type { Search } from '#main/services/search.ts'
import { os } from './implement.ts'

export function searchProcedures(search: Search) {
  return {
    find: os.search.find.handler(({ input }) => search.find({ ...input, cursor: input.cursor ?? null })),
  }
}
