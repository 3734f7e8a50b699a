import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport, type SendMailOptions } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'

const READY_MS = 10_000
const DOVECOT = '/usr/sbin/dovecot'
const EXIM = '/usr/sbin/exim4'

export interface Delivery {
  from: string
  to: string
  /** The message as it goes over the wire, headers first. */
  raw: string | Uint8Array
}

export interface StoredMail extends Email {
  raw: Uint8Array
  /** Value of a header, the first one of that name. */
  header(name: string): string | undefined
}

/** A real Dovecot and a real Exim on loopback. Any user at shop.test or customer.test exists; every password is `secret`. */
export interface MailServers {
  host: string
  /** Plain, with STARTTLS on offer. */
  imapPort: number
  imapsPort: number
  /** Plain, with STARTTLS on offer. `bounce@…` is refused for good, `greylist@…` for now. */
  smtpPort: number
  smtpsPort: number
  password: string
  /** Resolves when Exim took the message; Dovecot has it a moment later. */
  deliver(mail: Delivery | SendMailOptions): Promise<void>
  /** What lies in a user's folder, in the order of arrival. */
  mailbox(user: string, folder?: string): Promise<StoredMail[]>
  /** Waits until a user's folder holds a mail that passes, at most 10 s. */
  waitForMail(user: string, passes?: (mail: StoredMail) => boolean, folder?: string): Promise<StoredMail>
  /** Dovecot forgets how it numbered the inbox: the next connection sees another UIDVALIDITY. Stop IMAP first. */
  renumber(user: string): void
  stopImap(): Promise<void>
  startImap(): Promise<void>
  stopSmtp(): Promise<void>
  startSmtp(): Promise<void>
  stop(): Promise<void>
}

/** `folder` is where everything lives: configuration, spool, mail. It is made, and removed by `stop` unless `keep`. */
export async function startMailServers({
  folder,
  sentFolder = 'Sent',
  keep = false,
}: {
  folder: string
  /** Name of the folder with the special use \Sent. */
  sentFolder?: string
  keep?: boolean
}): Promise<MailServers> {
  refuseWithoutMeans()
  const [imapPort, imapsPort, lmtpPort, smtpPort, smtpsPort] = await freePorts()
  const names: Record<string, string> = {
    FOLDER: folder,
    SENT_FOLDER: sentFolder,
    IMAP_PORT: String(imapPort),
    IMAPS_PORT: String(imapsPort),
    LMTP_PORT: String(lmtpPort),
    SMTP_PORT: String(smtpPort),
    SMTPS_PORT: String(smtpsPort),
  }
  prepare(folder)
  const dovecotConf = render('dovecot.conf', join(folder, 'dovecot/dovecot.conf'), names)
  const eximConf = render('exim.conf', join(folder, 'exim/exim.conf'), names)
  let dovecot: ChildProcess | null = null
  let exim: ChildProcess | null = null

  async function startImap() {
    dovecot = launch(DOVECOT, ['-F', '-c', dovecotConf], join(folder, 'dovecot/out'))
    await Promise.all([listening(imapPort, dovecot), listening(lmtpPort, dovecot)])
  }
  async function stopImap() {
    await end(dovecot)
    dovecot = null
  }
  async function startSmtp() {
    exim = launch(EXIM, ['-C', eximConf, '-bdf', '-q2s'], join(folder, 'exim/out'))
    await listening(smtpPort, exim)
  }
  async function stopSmtp() {
    await end(exim)
    exim = null
  }
  await Promise.all([startImap(), startSmtp()])

  async function deliver(mail: Delivery | SendMailOptions) {
    const transport = createTransport({
      host: '127.0.0.1',
      port: smtpPort,
      secure: false,
      ignoreTLS: true,
      auth: { user: 'postman', pass: 'secret' },
    })
    await transport.sendMail(
      isRaw(mail) ? { envelope: { from: mail.from, to: mail.to }, raw: Buffer.from(mail.raw) } : mail,
    )
    transport.close()
  }

  async function mailbox(user: string, name = 'INBOX'): Promise<StoredMail[]> {
    const maildir = join(folder, 'mail', user, name === 'INBOX' ? '' : `.${name}`)
    const files = ['cur', 'new'].flatMap(sub =>
      existsSync(join(maildir, sub)) ? readdirSync(join(maildir, sub)).map(file => join(maildir, sub, file)) : [],
    )
    // The names start with the time of delivery and a counter.
    files.sort((a, b) => baseName(a).localeCompare(baseName(b), 'en', { numeric: true }))
    return Promise.all(files.map(file => read(file)))
  }

  return {
    host: '127.0.0.1',
    imapPort,
    imapsPort,
    smtpPort,
    smtpsPort,
    password: 'secret',
    deliver,
    mailbox,
    async waitForMail(user, passes = () => true, name = 'INBOX') {
      const until = Date.now() + READY_MS
      for (;;) {
        const found = (await mailbox(user, name)).find(mail => passes(mail))
        if (found) return found
        if (Date.now() > until) throw new Error(`No such mail in ${name} of ${user} within ${READY_MS / 1000} s`)
        await sleep(30)
      }
    },
    renumber(user) {
      const maildir = join(folder, 'mail', user)
      for (const file of readdirSync(maildir)) if (file.startsWith('dovecot.')) rmSync(join(maildir, file))
      const list = join(maildir, 'dovecot-uidlist')
      const [header = '', ...rest] = readFileSync(list, 'utf8').split('\n')
      const next = header.replace(/ V(\d+)/, (_, validity: string) => ` V${Number(validity) + 1000}`)
      writeFileSync(list, [next, ...rest].join('\n'))
    },
    startImap,
    stopImap,
    startSmtp,
    stopSmtp,
    async stop() {
      await Promise.all([stopImap(), stopSmtp()])
      if (!keep) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function refuseWithoutMeans() {
  const missing = [DOVECOT, '/usr/lib/dovecot/lmtp', EXIM, '/usr/bin/openssl'].filter(path => !existsSync(path))
  if (missing.length > 0)
    throw new Error(
      `The mail tests need ${missing.join(', ')}: apt-get install -y --no-install-recommends dovecot-imapd dovecot-lmtpd exim4-daemon-light openssl`,
    )
  if (process.getuid?.() !== 0) throw new Error('The mail tests must run as root: Dovecot and Exim change their user.')
}

function prepare(folder: string) {
  const [mailUser, eximUser] = [userIds('mail'), userIds('Debian-exim')]
  for (const sub of ['mail', 'dovecot/run', 'exim/spool', 'tls']) mkdirSync(join(folder, sub), { recursive: true })
  chmodSync(folder, 0o755)
  chownSync(join(folder, 'mail'), mailUser.uid, mailUser.gid)
  for (const sub of ['exim', 'exim/spool']) chownSync(join(folder, sub), eximUser.uid, eximUser.gid)
  const [key, cert] = [join(folder, 'tls/key.pem'), join(folder, 'tls/cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('/usr/bin/openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert], {
    stdio: 'pipe',
    timeout: READY_MS,
  })
  chmodSync(key, 0o640)
  chownSync(key, 0, eximUser.gid)
}

function userIds(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith(`${name}:`))
  const [, , uid, gid] = (line ?? '').split(':')
  if (uid === undefined || gid === undefined) throw new Error(`This machine has no user ${name}`)
  return { uid: Number(uid), gid: Number(gid) }
}

function render(template: string, target: string, names: Record<string, string>): string {
  const text = readFileSync(join(import.meta.dirname, template), 'utf8')
  const filled = text.replace(/@([A-Z_]+)@/g, (whole, name: string) => names[name] ?? whole)
  writeFileSync(target, filled, { mode: 0o644 })
  return target
}

function launch(program: string, args: string[], output: string): ChildProcess {
  const log = openSync(output, 'a')
  const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  child.on('error', () => {})
  const endWithUs = () => killGroup(child)
  process.once('exit', endWithUs)
  child.once('exit', () => process.removeListener('exit', endWithUs))
  return child
}

async function listening(port: number, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_MS
  while (!(await accepts(port))) {
    if (server.exitCode !== null)
      throw new Error(`${server.spawnfile} ended with ${server.exitCode} before it was ready`)
    if (Date.now() > until) throw new Error(`${server.spawnfile} was not ready within ${READY_MS / 1000} s`)
    await sleep(20)
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

async function end(server: ChildProcess | null): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  server.kill('SIGTERM')
  const stubborn = setTimeout(() => server.kill('SIGKILL'), 3000)
  await ended
  clearTimeout(stubborn)
  // Dovecot's own children outlive it while a client waits in IDLE.
  killGroup(server)
}

function killGroup({ pid }: ChildProcess) {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All of them had ended.
  }
}

async function freePorts(): Promise<[number, number, number, number, number]> {
  const servers = [1, 2, 3, 4, 5].map(() => createServer())
  const ports = await Promise.all(
    servers.map(
      server =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject)
          server.listen(0, '127.0.0.1', () => {
            const address = server.address()
            resolve(typeof address === 'object' && address ? address.port : 0)
          })
        }),
    ),
  )
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  const [imap = 0, imaps = 0, lmtp = 0, smtp = 0, smtps = 0] = ports
  return [imap, imaps, lmtp, smtp, smtps]
}

async function read(file: string): Promise<StoredMail> {
  const raw = readFileSync(file)
  const email = await PostalMime.parse(raw)
  return { ...email, raw, header: name => email.headers.find(({ key }) => key === name.toLowerCase())?.value }
}

function isRaw(mail: Delivery | SendMailOptions): mail is Delivery {
  return mail.raw instanceof Uint8Array || typeof mail.raw === 'string'
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
