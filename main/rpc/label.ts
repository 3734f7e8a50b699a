import type { Labels } from '#main/services/labels.ts'
import { os } from './implement.ts'

export const labelProcedures = (labels: Labels) => ({
  list: os.label.list.handler(() => labels.list()),
  create: os.label.create.handler(({ input }) => labels.create(input)),
  update: os.label.update.handler(({ input }) => labels.update(input)),
  reorder: os.label.reorder.handler(({ input }) => labels.reorder(input.ids)),
  remove: os.label.remove.handler(({ input }) => labels.remove(input.id)),
})
