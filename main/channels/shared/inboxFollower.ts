import type { ImapFlow } from 'imapflow'
import { ChannelFault, type RunContext } from '#main/ports/channel.ts'
import { openImap } from './imap.ts'
import { openIntake } from './inboxIntake.ts'
import { mailFault } from './mailFaults.ts'
import type { MailSettings } from './mailSettings.ts'

/** Servers and routers drop a silent connection; asking this often proves that it lives. */
const PROOF_EVERY_MS = 4.5 * 60_000
const WITHOUT_PUSH_MS = 20_000
const PROOF_WITHIN_MS = 30_000

/** Reads what came since the cursor, then waits for the server's word of new mail until the signal aborts. */
export async function followInbox(context: RunContext<MailSettings>, signal: AbortSignal): Promise<void> {
  let client: ImapFlow | null = null
  try {
    client = await openImap(context.settings, signal)
    await follow(client, context, signal)
  } catch (error) {
    if (!signal.aborted) throw mailFault(error, 'IMAP')
  } finally {
    client?.close()
  }
}

async function follow(client: ImapFlow, context: RunContext<MailSettings>, signal: AbortSignal): Promise<void> {
  const bell = createBell(client)
  let state: 'catching-up' | 'live' = 'catching-up'
  context.alive(state)
  const intake = await openIntake(client, context, () => context.alive(state))
  await intake.takeNew()
  state = 'live'
  while (!signal.aborted) {
    context.alive(state)
    await waitForMail(client, bell, context, signal)
    if (signal.aborted) return
    if (!bell.rang()) await prove(client, context, signal)
    bell.reset()
    await intake.takeNew()
  }
}

/** Until the server announces something, or it is time to ask. */
async function waitForMail(
  client: ImapFlow,
  bell: Bell,
  context: RunContext<MailSettings>,
  signal: AbortSignal,
): Promise<void> {
  if (bell.rang()) return
  if (!client.capabilities.has('IDLE')) return waitFor(bell.next(), context, WITHOUT_PUSH_MS, signal)
  // imapflow ends it when the next command is due; it ends early when the server refuses or breaks it off.
  const idling = client.idle().catch(() => {})
  await waitFor(Promise.race([bell.next(), idling]), context, PROOF_EVERY_MS, signal)
  if (!client.idling && !bell.rang()) await waitFor(bell.next(), context, WITHOUT_PUSH_MS, signal)
}

type Bell = ReturnType<typeof createBell>

/** Rings when the server tells of new mail or the connection ends. */
function createBell(client: ImapFlow) {
  let rung = false
  let lost: Error | null = null
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  client.on('exists', ring)
  client.on('error', (error: Error) => {
    lost = error
    ring()
  })
  client.on('close', () => {
    lost ??= new ChannelFault('transient', 'IMAP: the server closed the connection')
    ring()
  })
  return {
    rang() {
      if (lost) throw lost
      return rung
    },
    reset() {
      rung = false
    },
    next: () => (rung ? Promise.resolve() : new Promise<void>(resolve => (wake = resolve))),
  }
}

async function waitFor(
  something: Promise<unknown>,
  { clock }: RunContext<MailSettings>,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const enough = new AbortController()
  await Promise.race([something, clock.sleep(ms, AbortSignal.any([signal, enough.signal]))])
  enough.abort()
}

/** A dead connection looks like a quiet one; only an answer tells them apart. */
async function prove(client: ImapFlow, context: RunContext<MailSettings>, signal: AbortSignal): Promise<void> {
  let hasAnswered = false
  const noop = client.noop().then(() => {
    hasAnswered = true
  })
  await waitFor(noop, context, PROOF_WITHIN_MS, signal)
  void noop.catch(() => {})
  if (!hasAnswered && !signal.aborted) throw new ChannelFault('unreachable', 'IMAP: the server no longer answers')
}
