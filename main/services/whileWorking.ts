/** What a call says while it works, piece by piece; it returns what comes of the call, or throws what that throws. */
export async function* whileWorking<Piece, Result>(
  work: (say: (piece: Piece) => void) => Promise<Result>,
): AsyncGenerator<Piece, Result> {
  const said: Piece[] = []
  let wake = () => {}
  let isOver = false
  const result = work(piece => {
    said.push(piece)
    wake()
  })
  const over = () => {
    isOver = true
    wake()
  }
  result.then(over, over)
  while (!isOver || said.length > 0) {
    yield* said.splice(0)
    if (isOver || said.length > 0) continue
    await new Promise<void>(resolve => {
      wake = resolve
    })
  }
  return result
}
