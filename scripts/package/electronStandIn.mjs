// Stands in for the module `electron` while the packaged program is tried in plain Node: it gets ready, opens the window
// once, loads the page as Chromium would, connects as the preload script would, asks one question over the port, quits.
// Prints one line of JSON. Loaded through `node --import`; see verify.test.ts.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'
import { MessageChannel } from 'node:worker_threads'

const result = { page: 0, policy: false, about: null, imported: null, found: null, errors: [], exit: null }
const emitter = () => new EventEmitter()
let serveFile
let onConnect
let windows = 0

function finish(code) {
  result.exit = code
  process.stdout.write(`${JSON.stringify(result)}\n`)
  process.exit(code)
}

class BrowserWindow extends EventEmitter {
  webContents = Object.assign(emitter(), { id: 1, setWindowOpenHandler() {}, setWebRTCIPHandlingPolicy() {} })

  constructor() {
    super()
    windows += 1
    app.emit('web-contents-created', {}, this.webContents)
  }

  show() {}
  setOverlayIcon() {}

  async loadURL(url) {
    const response = await serveFile(new Request(url))
    result.page = response.status
    result.policy = response.headers.get('content-security-policy')?.includes("default-src 'none'") ?? false
    const { port1, port2 } = new MessageChannel()
    const main = {
      on: (name, listener) => port1.on(name, data => listener(name === 'message' ? { data } : undefined)),
      postMessage: data => port1.postMessage(data),
      start: () => port1.start(),
      close: () => port1.close(),
    }
    onConnect({ sender: { id: 1 }, senderFrame: { origin: 'app://keepdesk', parent: null }, ports: [main] })
    const { createORPCClient } = await import('@orpc/client')
    const { RPCLink } = await import('@orpc/client/message-port')
    const client = createORPCClient(new RPCLink({ port: port2 }))
    port2.start()
    result.about = { ...(await client.settings.about()), windows }
    const csv = 'id,question,answer\nship,Do you ship to Norway?,We ship to all of Europe in five days.\n'
    const { previewId } = await client.knowledge.preview({
      uploads: [{ name: 'faq.csv', mime: 'text/csv', base64: Buffer.from(csv).toString('base64') }],
    })
    result.imported = await client.knowledge.import({ previewId })
    // The index takes new entries in the background.
    for (let tries = 0; tries < 100 && !result.found?.length; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 100))
      const { candidates } = await client.assistant.tryQuestion({ text: 'Do you ship to Norway?' })
      result.found = candidates.map(({ entry }) => entry)
    }
    app.quit()
  }
}

const app = Object.assign(emitter(), {
  isPackaged: true,
  enableSandbox() {},
  requestSingleInstanceLock: () => true,
  setPath() {},
  getPath: () => process.env.KEEPDESK_TRIAL_FOLDER,
  getLocale: () => 'en',
  getVersion: () => 'trial',
  setAppUserModelId() {},
  whenReady: async () => undefined,
  configureHostResolver() {},
  setBadgeCount: () => true,
  getLoginItemSettings: () => ({ openAtLogin: false, wasOpenedAtLogin: false }),
  setLoginItemSettings() {},
  quit: () => app.emit('before-quit', { preventDefault() {} }),
  exit: finish,
})
const session = Object.assign(emitter(), {
  setPermissionRequestHandler() {},
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
  setDisplayMediaRequestHandler() {},
  setSpellCheckerEnabled() {},
  enableNetworkEmulation() {},
  webRequest: { onBeforeRequest() {} },
  protocol: { handle: (_scheme, handler) => (serveFile = handler) },
})
globalThis.electronStandIn = {
  app,
  BrowserWindow,
  dialog: {
    showErrorBox: (title, text) => result.errors.push(`${title}: ${text}`),
    showMessageBox: async () => ({ response: 1 }),
  },
  ipcMain: { on: (_channel, listener) => (onConnect = listener) },
  Menu: { buildFromTemplate: template => template, setApplicationMenu() {} },
  nativeImage: { createFromPath: path => path },
  Notification: class extends EventEmitter {
    show() {}
  },
  protocol: { registerSchemesAsPrivileged() {} },
  safeStorage: {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: async text => Buffer.from(text),
    decryptStringAsync: async bytes => ({ result: bytes.toString(), shouldReEncrypt: false }),
  },
  session: { fromPartition: () => session },
  shell: { openExternal: async () => undefined },
  utilityProcess: {
    fork(file, args, { env }) {
      const child = fork(file, args, {
        env,
        execArgv: ['--import', new URL('./parentPortStandIn.mjs', import.meta.url).href],
        serialization: 'advanced',
      })
      return Object.assign(emitter(), {
        on: (name, listener) => child.on(name, listener),
        postMessage: message => child.send(message),
        kill: () => child.kill(),
      })
    },
  },
  Tray: class extends EventEmitter {
    setToolTip() {}
    setContextMenu() {}
  },
}

const names = Object.keys(globalThis.electronStandIn).join(', ')
const source = `export const { ${names} } = globalThis.electronStandIn`
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
      : next(specifier, context),
})
process.resourcesPath = process.env.KEEPDESK_TRIAL_RESOURCES
