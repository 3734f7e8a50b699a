import type { Clock } from '#main/ports/clock.ts'
import type { ModelUse } from '#contract/model.ts'
import type { EngineState } from '#main/ports/languageModel.ts'

type Listener = (use: ModelUse, state: EngineState) => void

/** Tells of changes, the first at once and then at most one in a while: the newest. */
export function createStates({
  stateOf,
  clock,
  everyMs,
}: {
  stateOf(use: ModelUse): EngineState
  clock: Clock
  everyMs: number
}) {
  const listeners = new Set<Listener>()
  const quiet = new Map<ModelUse, { hasChanged: boolean }>()
  const closing = new AbortController()

  function tell(use: ModelUse) {
    const state = stateOf(use)
    for (const listener of listeners) listener(use, state)
  }

  async function keepQuiet(use: ModelUse) {
    const present = { hasChanged: false }
    quiet.set(use, present)
    await clock.sleep(everyMs, closing.signal)
    quiet.delete(use)
    if (present.hasChanged && !closing.signal.aborted) changed(use)
  }

  function changed(use: ModelUse) {
    const present = quiet.get(use)
    if (present) {
      present.hasChanged = true
      return
    }
    tell(use)
    void keepQuiet(use)
  }

  return {
    changed,
    listen(listener: Listener) {
      listeners.add(listener)
    },
    close: () => closing.abort(),
  }
}
