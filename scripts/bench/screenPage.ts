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

/** A function of the id: presses the row and says how long it took until the conversation stood there, painted. */
export const openAndPaint = `id => new Promise((resolve, reject) => {
  const row = document.querySelector('[data-conversation="' + id + '"]')
  const before = document.querySelector('[role=log]')
  const start = performance.now()
  row.click()
  const look = () => {
    const log = document.querySelector('[role=log]')
    const last = log && log !== before ? [...log.querySelectorAll('article')].at(-1) : null
    const box = last?.getBoundingClientRect()
    const isInView = box && box.height > 0 && box.bottom <= innerHeight && box.bottom > 0
    if (isInView) requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
    else if (performance.now() - start > 10000) reject(new Error('It was not painted within 10 s'))
    else requestAnimationFrame(look)
  }
  look()
})`
