import { createContext, runInContext } from 'node:vm'
import { createBuilder } from 'vite'
import { expect, test } from 'vitest'

/** The preload script as it is packaged, run the way a sandboxed page runs it: it may ask for electron and for nothing else. */
async function runBuiltPreload() {
  const builder = await createBuilder({ configFile: 'vite.electron.config.ts', logLevel: 'silent' })
  const { preload } = builder.environments
  if (!preload) throw new Error('there is no preload script to build')
  preload.config.build.write = false
  const built = await builder.build(preload)
  const chunks = [built].flat().flatMap(result => ('output' in result ? result.output : []))
  const [chunk] = chunks
  if (chunks.length !== 1 || chunk?.type !== 'chunk') throw new Error('the preload script must be one file')

  const asked: string[] = []
  const sent: { channel: string; message: unknown; ports: unknown[] }[] = []
  const posted: { message: string; origin: string; ports: unknown[] }[] = []
  let listener: (event: { source: unknown; data: unknown }) => void = () => undefined
  const electron = new Proxy(
    {
      ipcRenderer: {
        postMessage: (channel: string, message: unknown, ports: unknown[]) => sent.push({ channel, message, ports }),
      },
    },
    {
      get(parts, name) {
        asked.push(String(name))
        return Reflect.get(parts, name)
      },
    },
  )
  const page = {
    origin: 'app://keepdesk',
    addEventListener: (_type: string, added: typeof listener) => (listener = added),
    postMessage: (message: string, origin: string, ports: unknown[]) => posted.push({ message, origin, ports }),
  }
  const world: Record<string, unknown> = {
    window: page,
    MessageChannel: class {
      readonly port1 = 'end for the program'
      readonly port2 = 'end for the page'
    },
    exports: {},
    require(name: string) {
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot have ${name}`)
      return electron
    },
  }
  const before = { world: Object.keys(world), page: Object.keys(page) }
  // Electron, too, runs it inside a function, so that its own names stay its own.
  runInContext(`(() => {${chunk.code}})()`, createContext(world))
  return {
    asked,
    sent,
    posted,
    say: (data: unknown, source: unknown = page) => listener({ source, data }),
    added: {
      world: Object.keys(world).filter(name => !before.world.includes(name)),
      page: Object.keys(page).filter(name => !before.page.includes(name)),
      exports: Object.keys(world.exports as object),
    },
  }
}

test('the page sees nothing of Electron, only a port when it asks for one', async () => {
  const { asked, sent, posted, say, added } = await runBuiltPreload()
  expect(added).toMatchInlineSnapshot(`
    {
      "exports": [],
      "page": [],
      "world": [],
    }
  `)
  say('something else')
  say('keepdesk:connect', 'another window')
  say({ toString: () => 'keepdesk:connect' })
  expect(sent).toEqual([])
  say('keepdesk:connect')
  expect(sent).toEqual([{ channel: 'rpc:connect', message: null, ports: ['end for the program'] }])
  expect(posted).toEqual([{ message: 'keepdesk:port', origin: 'app://keepdesk', ports: ['end for the page'] }])
  expect([...new Set(asked)]).toEqual(['ipcRenderer'])
})
