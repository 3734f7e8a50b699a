/** What is pushed in comes out in order, as soon as it is there. One reader. */
export function createPieces() {
  const waiting: string[] = []
  let end: { error: unknown } | null = null
  let wake = () => {}

  async function* read(): AsyncGenerator<string, void> {
    for (;;) {
      const piece = waiting.shift()
      if (piece !== undefined) yield piece
      else if (end !== null) {
        if (end.error !== null) throw end.error
        return
      } else await new Promise<void>(resolve => (wake = resolve))
    }
  }

  return {
    push(piece: string) {
      waiting.push(piece)
      wake()
    },
    /** After what is waiting. */
    finish() {
      end ??= { error: null }
      wake()
    },
    /** At once; what is waiting is dropped. */
    fail(error: unknown) {
      waiting.length = 0
      end ??= { error }
      wake()
    },
    read,
  }
}
