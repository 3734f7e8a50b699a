// Loaded before the program: writes down, four times a second, how long its event loop was blocked at worst.
import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 5
const file = process.env.KEEPDESK_BENCH_LOOP
if (file) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  setInterval(() => {
    appendFileSync(file, `${Date.now()} ${Math.max(0, delay.max / 1e6 - RESOLUTION_MS).toFixed(1)}\n`)
    delay.reset()
  }, 250).unref()
}
