import { ChannelFault } from '#main/ports/channel.ts'

const MINUTE = 60_000

/** What imapflow, nodemailer and Node put on their errors. */
interface WireError {
  code: string
  message: string
  /** The server's own words, when it said something. */
  said: string
  status: number
  command: string
  authenticationFailed: boolean
}

const untrusted =
  /CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS_CERT_ALTNAME|self[- ]signed|certificate|altnames/i
const noEncryption = /STARTTLS|ETLS|ERR_SSL_|EPROTO|wrong version number|REQUIRETLS/i
const gone =
  /ECONNRESET|EPIPE|NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnect|ECONNECTION|ESOCKET|ESTREAM/

/** An error of the wire as a fault; anything else comes back as it is, because it is not the server's doing. */
export function mailFault(error: unknown, side: 'IMAP' | 'SMTP', more: { maybeDelivered?: boolean } = {}): unknown {
  if (error instanceof ChannelFault) return error
  const wire = readError(error)
  if (!wire) return error
  const fault = (code: ChannelFault['code'], words: string, retryAfterMs?: number) =>
    new ChannelFault(code, `${side}: ${words}`, {
      cause: withoutSecrets(wire),
      maybeDelivered: more.maybeDelivered ?? false,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    })
  const all = `${wire.code} ${wire.message}`
  if (wire.authenticationFailed || /\bEAUTH\b/.test(wire.code)) return authFault(wire, fault)
  if (/EGRESS_DENIED/.test(all)) return fault('unreachable', 'the connection was not allowed')
  if (wire.status >= 400) return refusal(wire, fault)
  if (untrusted.test(all))
    return fault('tls-untrusted', `the certificate of the server is not trusted (${firstLine(wire.message)})`)
  if (/ENOTFOUND|EAI_AGAIN|EDNS|ENODATA/.test(all))
    return fault('unreachable', 'there is no server of this name, or no network')
  if (/ECONNREFUSED/.test(all)) return fault('unreachable', 'the server refused the connection')
  if (/EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL/.test(all))
    return fault('unreachable', 'there is no way to the server')
  if (/TIMEOUT|ETIMEDOUT/i.test(all)) return fault('unreachable', 'the server did not answer in time')
  if (noEncryption.test(all))
    return fault('tls-untrusted', 'the server does not speak the chosen encryption on this port')
  if (/ETHROTTLE/.test(all)) return fault('rate-limited', 'the server asks to slow down', MINUTE)
  if (wire.said && /\b(NO|BAD)$/.test(wire.code)) return fault('transient', `the server said: ${firstLine(wire.said)}`)
  if (gone.test(all)) return fault('transient', 'the connection was lost')
  return /^(E[A-Z]+|ParserError|LiteralTooLarge|LineTooLarge|ResponseTooLarge|UnexpectedTag|InvalidResponse)/.test(
    wire.code,
  ) && !/^(ENOSPC|EDQUOT|EROFS|EMFILE|ENOMEM|EACCES|EPERM)$/.test(wire.code)
    ? fault('transient', firstLine(wire.message))
    : error
}

type MakeFault = (code: ChannelFault['code'], words: string, retryAfterMs?: number) => ChannelFault

function authFault(wire: WireError, fault: MakeFault): ChannelFault {
  const said = wire.said || wire.message
  if (/too many|rate|limit|locked|blocked for|try again later|太频繁|频率/i.test(said))
    return fault('rate-limited', 'too many sign-ins; the server wants a pause', 15 * MINUTE)
  if (/temporar|unavailable|internal|in use|INUSE|SERVERBUG/i.test(said) || (wire.status >= 400 && wire.status < 500))
    return fault('transient', 'the server cannot check the password right now', MINUTE)
  if (
    /app(lication)?[- ]?(specific)? ?password|authorization code|授权码|InvalidSecondFactor|app-?password/i.test(said)
  )
    return fault(
      'wrong-credentials',
      'this provider wants an app password or authorization code instead of the normal password',
    )
  if (/basic ?auth|BasicAuthBlocked|LOGINDISABLED|5\.7\.30|5\.7\.139/i.test(said))
    return fault('needs-owner', 'this provider no longer lets other programs sign in with a password')
  if (
    /web ?login|web browser|webalert|not enabled|(imap|smtp|pop).{0,20}(disabled|not allowed|关闭|未开启)|unsafe login/i.test(
      said,
    )
  )
    return fault('needs-owner', 'sign in once on the provider’s web page and allow IMAP and SMTP there')
  return fault('wrong-credentials', 'the server did not accept this user name and password')
}

/** A reply of 4xx or 5xx to one mail. */
function refusal(wire: WireError, fault: MakeFault): ChannelFault {
  const said = firstLine(wire.said)
  const about = `the server said: ${said}`
  if (/5\.7\.30|5\.7\.139|basic auth/i.test(said)) return fault('needs-owner', about)
  if (wire.status === 530 || wire.status === 535) return fault('wrong-credentials', about)
  if (
    /rate|quota|too many|limit exceeded|5\.4\.5|4\.7\.28/i.test(said) &&
    !/5\.2\.2|mailbox (is )?full|over ?quota/i.test(said)
  )
    return fault('rate-limited', about, 15 * MINUTE)
  if (wire.status < 500)
    return fault('transient', about, /4\.2\.0|4\.7\.1|grey|graylist/i.test(said) ? 2 * MINUTE : MINUTE)
  if (
    wire.status === 552 ? !/5\.2\.2|full/i.test(said) : /\b5\.3\.4\b|\b5\.2\.3\b|too (big|large)|size limit/i.test(said)
  )
    return fault('too-big', about)
  const unknownUser =
    /\b5\.1\.(0|1|2|3|6|10)\b|\b5\.4\.[14]\b|no such (user|recipient|mailbox|person|address)|unknown (user|recipient|mailbox|address)|(user|recipient|mailbox|address|account).{0,40}(unknown|not found|not exist|does ?n.t exist|invalid|disabled|inactive|unavailable|undeliverable)/i
  if (wire.command === 'RCPT TO' && unknownUser.test(said)) return fault('no-such-contact', about)
  return fault('rejected', about)
}

function readError(error: unknown): WireError | null {
  if (!(error instanceof Error)) return null
  const field = (name: string): unknown => (name in error ? Reflect.get(error, name) : undefined)
  const text = (name: string): string => (typeof field(name) === 'string' ? String(field(name)) : '')
  const status = Number(field('responseCode') ?? 0) || 0
  const inner = field('cause')
  const innerCode = inner instanceof Error && 'code' in inner ? String(inner.code) : ''
  const code = [text('code'), text('originalCode'), innerCode, text('responseStatus')].filter(Boolean).join(' ')
  if (!code && !status && field('authenticationFailed') !== true) return null
  return {
    code,
    message: error.message,
    said: text('response') || text('responseText') || text('reason'),
    status,
    command: text('command'),
    authenticationFailed: field('authenticationFailed') === true,
  }
}

/** The libraries' errors carry whole commands and addresses, and a cause is written to the log. */
function withoutSecrets({ code, status, message }: WireError): Error {
  return new Error(`${code || status}: ${firstLine(message)}`)
}

/** Short, one line, without addresses: it may be shown and logged. */
function firstLine(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '…')
    .trim()
    .slice(0, 160)
}
