/** Text that comes within this time goes out in one message. */
const gatherMs = 15

/** Sends text in few messages: the first at once, what comes right after it together. */
export function createMouth(send: (text: string) => void) {
  let gathered = ''
  let sentAt = -Infinity
  let timer: NodeJS.Timeout | null = null

  function flush() {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (gathered === '') return
    const text = gathered
    gathered = ''
    sentAt = performance.now()
    send(text)
  }
  return {
    say(text: string) {
      gathered += text
      const waited = performance.now() - sentAt
      if (waited >= gatherMs) flush()
      else timer ??= setTimeout(flush, gatherMs - waited)
    },
    flush,
    /** What was not sent yet never is. */
    silence() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      gathered = ''
    },
  }
}
