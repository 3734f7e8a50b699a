import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import SmtpConnection from 'nodemailer/lib/smtp-connection'
import { ChannelFault } from '#main/ports/channel.ts'
import { stopped } from './imap.ts'
import { mailFault } from './mailFaults.ts'
import { loginOf, tlsOptions, type MailSettings } from './mailSettings.ts'
import type { ComposedMail } from './outgoingMail.ts'

const CONNECT_MS = 20_000

/** Hands one mail over. `transmitting` is called when the server said "go ahead" (354), before the first byte of the mail. */
export async function submitMail(
  settings: MailSettings,
  mail: ComposedMail,
  transmitting: () => void,
  signal: AbortSignal,
): Promise<{ serverMessageId: string | null }> {
  let begun = false
  let unrecorded: unknown = null
  const body = new Readable({
    // Nobody reads the mail before the server asks for it.
    read() {
      try {
        transmitting()
      } catch (error) {
        unrecorded = error
        this.destroy(new Error('The send could not be recorded'))
        return
      }
      begun = true
      this.push(mail.bytes)
      this.push(null)
    },
  })
  const session = await openSmtp(settings, signal)
  try {
    const envelope = { from: mail.from, to: [mail.to], size: mail.bytes.length }
    const info = await session.settle<{ serverMessageId?: string }>(done =>
      session.connection.send(envelope, body, (error, sent) => done(error, sent)),
    )
    session.connection.quit()
    return { serverMessageId: info.serverMessageId ?? null }
  } catch (error) {
    session.connection.close()
    if (unrecorded !== null) throw unrecorded
    // A plain refusal after the mail is an answer; silence after it is not.
    const answered = error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    const maybeDelivered = begun && !answered
    if (signal.aborted) throw new ChannelFault('transient', 'Stopped', { maybeDelivered, cause: error })
    throw mailFault(error, 'SMTP', { maybeDelivered })
  } finally {
    session.release()
  }
}

/** Signs in and out: proves address, encryption and password. */
export async function checkSmtp(settings: MailSettings, signal: AbortSignal): Promise<void> {
  const session = await openSmtp(settings, signal)
  session.connection.quit()
  session.release()
}

/** Not left to nodemailer: it looks a name up by itself and dials the address, and the gateway knows only the name. */
async function dial({ smtpHost: host, smtpPort: port }: MailSettings, signal: AbortSignal): Promise<Socket> {
  const tooLong = AbortSignal.timeout(CONNECT_MS)
  const socket = connect({ host, port })
  try {
    await once(socket, 'connect', { signal: AbortSignal.any([signal, tooLong]) })
    return socket
  } catch (error) {
    socket.on('error', () => {})
    socket.destroy()
    if (signal.aborted) throw stopped()
    if (tooLong.aborted) throw new ChannelFault('unreachable', 'SMTP: the server did not answer in time')
    throw mailFault(error, 'SMTP')
  }
}

async function openSmtp(settings: MailSettings, signal: AbortSignal) {
  if (signal.aborted) throw stopped()
  const connection = new SmtpConnection({
    connection: await dial(settings, signal),
    host: settings.smtpHost,
    port: settings.smtpPort,
    secure: settings.smtpSecurity === 'tls',
    requireTLS: settings.smtpSecurity === 'starttls',
    ignoreTLS: settings.smtpSecurity === 'none',
    tls: tlsOptions(settings),
    // The name of this computer is nobody's business.
    name: '[127.0.0.1]',
    allowInternalNetworkInterfaces: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: 20_000,
    socketTimeout: 90_000,
    socketCloseTimeout: 1000,
  })
  let fail: (error: Error) => void = () => {}
  connection.on('error', (error: Error) => fail(error))
  const abort = () => {
    fail(new Error('Stopped'))
    connection.close()
  }
  signal.addEventListener('abort', abort, { once: true })
  const release = () => signal.removeEventListener('abort', abort)
  const settle = <T>(start: (done: (error: Error | null | undefined, value?: T) => void) => void) =>
    new Promise<T>((resolve, reject) => {
      fail = reject
      // A step without a result resolves with nothing.
      start((error, value) => (error ? reject(error) : resolve(value as T)))
    })
  try {
    await settle<void>(done => connection.connect(done))
    if (connection.allowsAuth) await settle<void>(done => connection.login(loginOf(settings), error => done(error)))
  } catch (error) {
    release()
    connection.close()
    throw signal.aborted ? stopped() : mailFault(error, 'SMTP')
  }
  return { connection, settle, release }
}
