import type { Help } from '#main/services/help.ts'
import { known, os } from './implement.ts'

/** What fails while pieces come is told like what fails before. */
async function* told<Piece>(pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    yield* pieces
  } catch (error) {
    throw known(error)
  }
}

/** What the owner can ask for while writing. */
export function helpProcedures(help: Help) {
  const { help: contract } = os
  return {
    abilities: contract.abilities.handler(() => help.abilities()),
    suggest: contract.suggest.handler(({ input, signal }) => told(help.suggest(input.conversationId, signal))),
    rewrite: contract.rewrite.handler(({ input, signal }) => told(help.rewrite(input.text, input.how, signal))),
    translate: contract.translate.handler(({ input, signal }) => told(help.translate(input.text, input.to, signal))),
    summarize: contract.summarize.handler(({ input, signal }) =>
      help.summarize(input.conversationId, input.language, signal),
    ),
    wordings: contract.wordings.handler(({ input, signal }) => help.wordings(input, signal)),
  }
}
