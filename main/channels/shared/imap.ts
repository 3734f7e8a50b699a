import { ImapFlow } from 'imapflow'
import type { ChannelContext } from '#main/ports/channel.ts'
import { ChannelFault } from '#main/ports/channel.ts'
import { mailFault } from './mailFaults.ts'
import { loginOf, tlsOptions, type MailSettings } from './mailSettings.ts'

/** imapflow holds a whole message in memory; nothing larger than this is ever asked for. */
const MAX_LITERAL = 64 * 1024 * 1024

/** Signed in. The caller closes it; an aborted signal closes it at once. */
export async function openImap(settings: MailSettings, signal: AbortSignal): Promise<ImapFlow> {
  if (signal.aborted) throw stopped()
  const client = new ImapFlow({
    host: settings.imapHost,
    port: settings.imapPort,
    secure: settings.imapSecurity === 'tls',
    ...(settings.imapSecurity === 'tls' ? {} : { doSTARTTLS: settings.imapSecurity === 'starttls' }),
    auth: loginOf(settings),
    tls: tlsOptions(settings),
    logger: false,
    // Some Chinese providers refuse a client that does not say what it is.
    clientInfo: { name: 'Keepdesk', vendor: 'Keepdesk' },
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    greetingTimeout: 15_000,
    socketTimeout: 6 * 60_000,
    maxLiteralSize: MAX_LITERAL,
  })
  // Without a listener a lost connection ends the whole program.
  client.on('error', () => {})
  const close = () => client.close()
  signal.addEventListener('abort', close, { once: true })
  client.once('close', () => signal.removeEventListener('abort', close))
  try {
    await client.connect()
  } catch (error) {
    // imapflow leaves the socket open after a refused login.
    client.close()
    throw signal.aborted ? stopped() : mailFault(error, 'IMAP')
  }
  return client
}

/** One short visit: signed in, work done, signed out. */
export async function visitImap<T>(
  { settings }: Pick<ChannelContext<MailSettings>, 'settings'>,
  signal: AbortSignal,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = await openImap(settings, signal)
  try {
    const result = await work(client)
    await client.logout().catch(() => {})
    return result
  } catch (error) {
    throw signal.aborted ? stopped() : mailFault(error, 'IMAP')
  } finally {
    client.close()
  }
}

export function stopped(): ChannelFault {
  return new ChannelFault('transient', 'Stopped')
}
