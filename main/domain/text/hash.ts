const start = 0x811c9dc5
const prime = 0x01000193

/** FNV-1a with a final mix, so that neighbouring texts land far apart; the same on every system. 0 up to 2^32. */
export function hash(text: string, seed = start): number {
  let code = seed
  for (let index = 0; index < text.length; index++) code = Math.imul(code ^ text.charCodeAt(index), prime)
  return mixed(code)
}

/** The hashes of all pieces of the text from `shortest` to `longest` letters, without cutting them out. */
export function hashPieces(text: string, shortest: number, longest: number, take: (code: number) => void): void {
  for (let from = 0; from + shortest <= text.length; from++) {
    let code = start
    const end = Math.min(text.length, from + longest)
    for (let index = from; index < end; index++) {
      code = Math.imul(code ^ text.charCodeAt(index), prime)
      if (index - from + 1 >= shortest) take(mixed(code))
    }
  }
}

function mixed(code: number): number {
  const once = Math.imul(code ^ (code >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
