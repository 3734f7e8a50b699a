import type { Locator } from '@playwright/test'

/** Notes in every frame how far below the top of the window it is; null once it is gone. */
const watch = `(() => {
  const element = document.querySelector('[data-watched]')
  const places = (window.watchedPlaces = [])
  const note = () => {
    if (window.watchedPlaces !== places) return
    places.push(element.isConnected ? Math.round(element.getBoundingClientRect().top) : null)
    requestAnimationFrame(note)
  }
  element.removeAttribute('data-watched')
  note()
})()`

const stopWatching = `(() => {
  const places = [...new Set(window.watchedPlaces)]
  window.watchedPlaces = null
  return places
})()`

/** Watches where something is on screen, until the returned function tells every place it has been at. */
export async function watchPlace(element: Locator): Promise<() => Promise<(number | null)[]>> {
  // A pointer on it waits until it moves no more.
  await element.hover()
  await element.evaluate(node => node.setAttribute('data-watched', ''))
  await element.page().evaluate(watch)
  return () => element.page().evaluate<(number | null)[]>(stopWatching)
}
