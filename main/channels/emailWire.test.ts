import { createServer, connect, Socket, type Server } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import {
  createMailShop,
  faultOf,
  mailContext,
  mailSettings,
  never,
  outgoing,
  realClock,
  until,
} from '#main/testing/mailShop.ts'
import { email } from './email.ts'

const open: { close(): void }[] = []
afterEach(() => {
  for (const thing of open.splice(0)) thing.close()
})

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', socket => void sockets.add(socket))
  open.push({
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** A mail server that follows a script: what it says to each command, null to hang up. */
async function smtpServer(script: Record<string, string | null>) {
  const heard: string[] = []
  const server = createServer(socket => {
    let rest = ''
    let inMail = false
    socket.on('error', () => {})
    socket.write('220 test\r\n')
    socket.on('data', chunk => {
      rest += chunk.toString()
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (inMail && line !== '.') continue
        const command = inMail ? 'END' : (line.split(' ')[0] ?? '')
        heard.push(command)
        inMail = false
        const normal = {
          EHLO: '250-test\r\n250 AUTH PLAIN',
          AUTH: '235 ok',
          MAIL: '250 ok',
          RCPT: '250 ok',
          DATA: '354 go',
          END: '250 taken',
          QUIT: '221 bye',
        }
        const said =
          command in script ? script[command] : Object.entries(normal).find(([name]) => name === command)?.[1]
        if (said === null || said === undefined) return socket.destroy()
        inMail = command === 'DATA' && said.startsWith('354')
        socket.write(`${said}\r\n`)
      }
    })
  })
  const smtpPort = await listen(server)
  const context = mailContext(mailSettings({ imapPort: 1, smtpPort }, 'shop'))
  return { heard, context }
}

test.each<[string, Record<string, string | null>, Record<string, unknown>, number]>([
  ['a recipient is refused', { RCPT: '550 5.1.1 no such user' }, { code: 'no-such-contact', maybeDelivered: false }, 0],
  ['relaying is refused', { RCPT: '550 relay not permitted' }, { code: 'rejected', maybeDelivered: false }, 0],
  ['the server hangs up before it asks for the mail', { DATA: null }, { code: 'transient', maybeDelivered: false }, 0],
  [
    'the server refuses DATA',
    { DATA: '451 4.3.0 later' },
    { code: 'transient', maybeDelivered: false, retryAfterMs: 60_000 },
    0,
  ],
  ['the server hangs up after the mail', { END: null }, { code: 'transient', maybeDelivered: true }, 1],
  ['the mail itself is refused', { END: '554 5.7.1 spam' }, { code: 'rejected', maybeDelivered: false }, 1],
  ['the mail is too big', { END: '552 5.3.4 too big' }, { code: 'too-big', maybeDelivered: false }, 1],
  [
    'the mail is put off',
    { END: '451 4.7.1 greylisted' },
    { code: 'transient', maybeDelivered: false, retryAfterMs: 120_000 },
    1,
  ],
  [
    'the day’s quota is used up',
    { MAIL: '550 5.4.5 Daily user sending quota exceeded' },
    { code: 'rate-limited', retryAfterMs: 900_000 },
    0,
  ],
  ['the password is wrong', { AUTH: '535 5.7.8 bad' }, { code: 'wrong-credentials', maybeDelivered: false }, 0],
  [
    'an app password is needed',
    { AUTH: '534 5.7.9 Application-specific password required' },
    { code: 'wrong-credentials' },
    0,
  ],
  [
    'signing in with a password is over',
    { AUTH: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled' },
    { code: 'needs-owner' },
    0,
  ],
  [
    'too many tried to sign in',
    { AUTH: '454 4.7.0 Too many login attempts, please try again later' },
    { code: 'rate-limited' },
    0,
  ],
])('when %s, the fault says what the outbox must do', async (_, script, expected, begun) => {
  const { context } = await smtpServer(script)
  const message = outgoing('alice@customer.test')
  const fault = await faultOf(email.send(context, message, never))
  expect(fault).toMatchObject(expected)
  expect(message.begun).toBe(begun)
  expect(fault.message).not.toMatch(/secret|@/)
})

test('bytes are said to leave only after the server asked for them', async () => {
  const { context, heard } = await smtpServer({})
  const atStart: string[][] = []
  await email.send(
    context,
    outgoing('alice@customer.test', { transmitting: () => void atStart.push([...heard]) }),
    never,
  )
  expect(atStart.map(commands => commands.at(-1))).toEqual(['DATA'])
})

test('when the record of the send cannot be kept, nothing is sent', async () => {
  const { context, heard } = await smtpServer({})
  const full = () => {
    throw new Error('disk full')
  }
  const failure = await faultOf(email.send(context, outgoing('alice@customer.test', { transmitting: full }), never))
  expect(failure.message).toBe('disk full')
  expect(heard).not.toContain('END')
})

test('an aborted send after the first byte may have been delivered', async () => {
  const stop = new AbortController()
  const { context } = await smtpServer({ END: null })
  const message = outgoing('alice@customer.test', { transmitting: () => setImmediate(() => stop.abort()) })
  expect(await faultOf(email.send(context, message, stop.signal))).toMatchObject({
    code: 'transient',
    maybeDelivered: true,
  })
})

test('where the provider gives the mail another Message-ID, both are remembered', async () => {
  const { context } = await smtpServer({
    END: '250 2.0.0 OK <abc123@eurprd01.prod.outlook.com> [Hostname=x.eurprd01.prod.outlook.com]',
  })
  const message = outgoing('alice@customer.test')
  expect((await email.send(context, message, never)).ownRefs).toEqual([
    `<${message.outboxId}@shop.test>`,
    '<abc123@eurprd01.prod.outlook.com>',
  ])
})

/** The first argument of each connection that is asked for, as the gateway's guard sees it. */
function watchDials(): unknown[] {
  const dial = vi.spyOn(Socket.prototype, 'connect')
  open.push({ close: () => dial.mockRestore() })
  return dial.mock.calls
}

test('both servers are dialled by their names, because the gateway knows no addresses', async () => {
  const smtp = await smtpServer({})
  const imap = await imapServer()
  const settings = { ...imap.settings, imapHost: 'localhost', smtpHost: 'localhost' }
  const dials = watchDials()
  await email.check(mailContext({ ...settings, smtpPort: Number(smtp.context.settings.smtpPort) }), never)
  expect(JSON.stringify(dials)).not.toContain('127.0.0.1')
  expect(JSON.stringify(dials).match(/"host":"localhost"/g)).toHaveLength(2)
})

/** Just enough IMAP to sign in, open an empty inbox and wait there. */
async function imapServer({
  answersNoop = true,
  login = 'OK',
  idle = '',
}: { answersNoop?: boolean; login?: string; idle?: string } = {}) {
  const heard: string[] = []
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.write('* OK ready\r\n')
    let idleTag = ''
    socket.on('data', chunk => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        const [tag = '', command = ''] = line.toUpperCase().split(' ')
        heard.push(command || tag)
        const ok = (untagged = '') => socket.write(`${untagged}${tag} OK done\r\n`)
        if (tag === 'DONE') socket.write(`${idleTag} OK idle ended\r\n`)
        else if (command === 'CAPABILITY') ok('* CAPABILITY IMAP4rev1 IDLE\r\n')
        else if (command === 'LOGIN') socket.write(`${tag} ${login}\r\n`)
        else if (command === 'LIST' || command === 'LSUB') ok('* LIST () "/" INBOX\r\n')
        else if (command === 'EXAMINE') ok('* 0 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 5] x\r\n')
        else if (command === 'IDLE' && idle) socket.write(`${tag} ${idle}\r\n`)
        else if (command === 'IDLE') {
          idleTag = tag
          socket.write('+ idling\r\n')
        } else if (command === 'NOOP' && !answersNoop) continue
        else ok()
      }
    })
  })
  const imapPort = await listen(server)
  return { heard, settings: mailSettings({ imapPort, smtpPort: 1 }, 'shop') }
}

/** Long waits end at once; the wait for an answer takes a moment. */
const hasty = {
  ...realClock,
  sleep: (ms: number, signal: AbortSignal) => realClock.sleep(ms > 60_000 ? 30 : 150, signal),
}

test('a quiet connection proves itself again and again', async () => {
  const { heard, settings } = await imapServer()
  const shop = createMailShop({ ...mailContext(settings), clock: hasty })
  shop.start()
  await until(() => shop.states.filter(state => state === 'live').length >= 4)
  await shop.end()
  expect(heard.filter(command => command === 'NOOP').length).toBeGreaterThanOrEqual(3)
  expect(heard.filter(command => command === 'IDLE').length).toBeGreaterThanOrEqual(3)
  expect(shop.cursor).toContain('"lastUid":4')
})

test('a connection that looks alive but no longer answers ends the run', async () => {
  const { settings } = await imapServer({ answersNoop: false })
  const shop = createMailShop({ ...mailContext(settings), clock: hasty })
  shop.start()
  await shop.running
  expect(shop.fault?.code).toBe('unreachable')
  expect(shop.states.filter(state => state === 'live')).toHaveLength(1)
})

test.each([
  ['NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)', 'wrong-credentials'],
  ['NO [ALERT] Application-specific password required', 'wrong-credentials'],
  [
    'NO Login fail. Account is abnormal, service is not open, password is incorrect, please use authorization code',
    'wrong-credentials',
  ],
  ['NO [ALERT] Please log in via your web browser', 'needs-owner'],
  ['NO [LIMIT] Too many login attempts', 'rate-limited'],
  ['NO [UNAVAILABLE] Temporary authentication failure', 'transient'],
])('a sign-in answered with "%s" is the fault %s', async (login, code) => {
  const { settings } = await imapServer({ login })
  const fault = await faultOf(email.check(mailContext(settings), never))
  expect(fault.code).toBe(code)
  expect(fault.message).not.toMatch(/secret|@/)
})

test('stopping while the server says nothing ends the run at once', async () => {
  const imapPort = await listen(createServer(() => {}))
  const shop = createMailShop(mailContext(mailSettings({ imapPort, smtpPort: 1 }, 'shop')))
  shop.start()
  await realClock.sleep(50, never)
  const started = performance.now()
  await shop.end()
  expect(performance.now() - started).toBeLessThan(1000)
  expect(shop.fault).toBeNull()
})

test('a server that refuses to announce new mail is asked instead', async () => {
  const { heard, settings } = await imapServer({ idle: 'NO not now' })
  const shop = createMailShop({ ...mailContext(settings), clock: hasty })
  shop.start()
  await until(() => heard.filter(command => command === 'NOOP').length >= 2)
  await shop.end()
  expect(shop.fault).toBeNull()
})

test('a failed sign-in leaves no connection open', async () => {
  let connections = 0
  const { settings } = await imapServer({ login: 'NO wrong' })
  const gate = createServer(socket => {
    connections++
    const inner = connect(Number(settings.imapPort), '127.0.0.1')
    socket.pipe(inner).pipe(socket)
    inner.on('error', () => {})
    socket.on('error', () => {})
    socket.on('close', () => connections--)
  })
  const imapPort = await listen(gate)
  await faultOf(email.check(mailContext({ ...settings, imapPort }), never))
  await until(() => connections === 0)
})
