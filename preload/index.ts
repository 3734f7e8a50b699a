import { ipcRenderer } from 'electron'
import { passPort, type Page } from './page.ts'

// `window` as the page has it; this project's Node side is compiled without the browser's types.
declare const window: Page<InstanceType<typeof MessagePort>>

passPort(
  window,
  () => new MessageChannel(),
  (channel, port) => ipcRenderer.postMessage(channel, null, [port]),
)
