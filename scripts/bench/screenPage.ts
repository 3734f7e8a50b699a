/** What a part of the screen's measurement runs inside the page. */
export interface Frames {
  /** Milliseconds from one frame to the next. */
  frames: number[]
  /** Of the main thread, those over 50 ms. */
  tasks: number[]
}

export const beginFrames = `(() => {
  const watch = { frames: [], tasks: [], isOn: true }
  window.keepdeskFrames = watch
  watch.observer = new PerformanceObserver(list => watch.tasks.push(...list.getEntries().map(({ duration }) => duration)))
  watch.observer.observe({ entryTypes: ['longtask'] })
  let last = null
  const tick = now => {
    if (last !== null) watch.frames.push(now - last)
    last = now
    if (watch.isOn) requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
})()`

export const endFrames = `(() => {
  const { frames, tasks, observer } = window.keepdeskFrames
  window.keepdeskFrames.isOn = false
  observer.disconnect()
  return { frames, tasks }
})()`

/** A function of the id: from now on waits for a press of the row, and for the conversation to stand there, painted. */
export const awaitOpening = `id => {
  const row = document.querySelector('[data-conversation="' + id + '"]')
  const before = document.querySelector('[role=log]')
  window.keepdeskOpening = new Promise((resolve, reject) => row.addEventListener('click', ({ timeStamp: start }) => {
    const look = () => {
      const log = document.querySelector('[role=log]')
      const last = log && log !== before ? [...log.querySelectorAll('article')].at(-1) : null
      const box = last?.getBoundingClientRect()
      const isInView = box && box.height > 0 && box.bottom <= innerHeight && box.bottom > 0
      if (isInView) requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
      else if (performance.now() - start > 10000) reject(new Error('It was not painted within 10 s'))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, { once: true, capture: true }))
}`

/** Milliseconds from the press to the frame after the one that shows the last message. */
export const endOpening = 'window.keepdeskOpening'
