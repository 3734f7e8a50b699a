// Loaded before the program: writes down which files it loads as code.
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const list = process.env.KEEPDESK_BENCH_FILES
const seen = new Set()
if (list) {
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context)
      if (resolved.url.startsWith('file:') && !seen.has(resolved.url)) {
        seen.add(resolved.url)
        appendFileSync(list, `${fileURLToPath(resolved.url)}\n`)
      }
      return resolved
    },
  })
}
