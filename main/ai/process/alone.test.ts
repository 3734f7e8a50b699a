import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What comes of it in a process of its own, which is alone from then on. */
function tried(code: string): unknown {
  const file = new URL('./alone.ts', import.meta.url).href
  const script = `
    const { stayAlone } = await import(${JSON.stringify(file)})
    stayAlone()
    const outcome = async work => { try { return { gave: await work() } } catch (error) { return { threw: error.message } } }
    console.log(JSON.stringify(await outcome(async () => { ${code} })))
  `
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }))
}

test.each([
  ['fetch', 'await fetch("http://127.0.0.1:9")'],
  ['a socket', '(await import("node:net")).connect(9, "127.0.0.1")'],
  ['a web request', '(await import("node:http")).get("http://127.0.0.1:9")'],
])('the network cannot be reached by %s', (_, code) => {
  expect(tried(code)).toEqual({ threw: expect.stringContaining('may not use the network') })
})

test.each(['spawn', 'exec', 'execFileSync'])('no program is started by %s', name => {
  expect(tried(`(await import("node:child_process")).${name}("true")`)).toEqual({
    threw: expect.stringContaining('may not start another one'),
  })
})

test('the trial of the library in a process of its own is passed without one', () => {
  const code = `
    const { fork } = await import("node:child_process")
    const child = fork("trial.js")
    const heard = []
    return await new Promise(resolve => {
      child.on("exit", code => resolve([...heard, code]))
      child.on("message", ({ type }) => {
        heard.push(type)
        child.send({ type: { ready: "start", loaded: "test", done: "exit" }[type] })
      })
    })`
  expect(tried(code)).toEqual({ gave: ['ready', 'loaded', 'done', 0] })
})
