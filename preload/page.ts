/** The little that the preload script needs of the page and of Electron. */
export interface Page<Port> {
  origin: string
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void
  postMessage(message: string, targetOrigin: string, transfer: Port[]): void
}

/**
 * When the page says `keepdesk:connect`, it gets one end of a new channel in a `keepdesk:port` message; the other end
 * goes to the program. The page sees nothing else of Electron.
 */
export function passPort<Port>(
  page: Page<Port>,
  createChannel: () => { port1: Port; port2: Port },
  sendToProgram: (channel: 'rpc:connect', port: Port) => void,
): void {
  page.addEventListener('message', ({ source, data }) => {
    if (source !== page || data !== 'keepdesk:connect') return
    const { port1, port2 } = createChannel()
    sendToProgram('rpc:connect', port1)
    page.postMessage('keepdesk:port', page.origin, [port2])
  })
}
