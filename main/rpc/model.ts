import type { Models } from '#main/services/models.ts'
import { os } from './implement.ts'

/** The language models of this computer. */
export function modelProcedures(models: Models) {
  const { model } = os
  return {
    state: model.state.handler(() => models.state()),
    hardware: model.hardware.handler(() => models.hardware()),
    catalogue: model.catalogue.handler(() => models.catalogue()),
    download: model.download.handler(({ input }) => models.download(input.catalogueId)),
    pause: model.pause.handler(({ input }) => models.pause(input.id)),
    resume: model.resume.handler(({ input }) => models.resume(input.id)),
    cancel: model.cancel.handler(({ input }) => models.cancel(input.id)),
    beginFile: model.beginFile.handler(({ input }) => models.beginFile(input.name, input.bytes)),
    addPiece: model.addPiece.handler(({ input }) =>
      models.addPiece(input.id, input.offset, new Uint8Array(Buffer.from(input.base64, 'base64'))),
    ),
    finishFile: model.finishFile.handler(({ input }) => models.finishFile(input.id)),
    use: model.use.handler(({ input }) => models.use(input.id)),
    useBuiltIn: model.useBuiltIn.handler(({ input }) => models.useBuiltIn(input.use)),
    measure: model.measure.handler(({ input }) => models.measure(input.id)),
    tryGraphicsAgain: model.tryGraphicsAgain.handler(() => models.tryGraphicsAgain()),
    remove: model.remove.handler(({ input }) => models.remove(input.id)),
  }
}
