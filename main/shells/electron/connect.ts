import type { ConnectEvent, DesktopPort } from './desktop.ts'
import { isTrustedSender } from './security.ts'

/** The one door between page and program: a message port, taken from our own page and from nobody else. */
export function createConnector({
  contentsId,
  serve,
  refused,
}: {
  contentsId: () => number | null
  serve: (port: DesktopPort) => void
  refused: () => void
}): (event: ConnectEvent) => void {
  return event => {
    const [port, ...others] = event.ports
    if (port === undefined || others.length > 0 || !isTrustedSender(event, contentsId())) {
      for (const unwanted of event.ports) unwanted.close()
      refused()
      return
    }
    serve(port)
    // Messages wait in the port until it is started, so none is lost before somebody listens.
    port.start()
  }
}
