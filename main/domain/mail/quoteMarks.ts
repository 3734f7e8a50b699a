/** How mail programs introduce what they quote, in the languages shops meet. Each line is looked at alone. */
const LONGEST_MARK = 400

const date = '\\d{1,4}[.\\-/年]|\\d{1,2}[:h.]\\d{2}|\\b(19|20)\\d{2}\\b'

/** Who wrote what, on one line (or folded into up to four): "On Tue, 1 March, Anna wrote:" */
const wrote = [
  /^(on|am|le|el|il|em|op|den|pada|w dniu|dnia|dne|vào|в|на)\s.{4,}\s(wrote|schrieb|a écrit|escribió|escribio|ha scritto|escreveu|schreef|skrev|menulis|napisał(\(a\))?|napsal\(?a?\)?|đã viết|пишет|писал\(?а?\)?|написал\(?а?\)?)\s*[:：]\s*$/iu,
  new RegExp(`^(on|am|le|el|il|em|op|den)\\b.*(${date}).*[:：]\\s*$`, 'iu'),
  new RegExp(
    `(${date}).*(wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|пишет|написал\\(?а?\\)?)\\s*[:：]\\s*$`,
    'iu',
  ),
  /.{3,}(于|於)\s*\d{4}.{4,}(写道|寫道|撰写|来信)\s*[:：]?\s*$/u,
  new RegExp(`(${date}).*(写道|寫道|来信|さんは?書きました|のメール|님이 작성|작성\\s*[:：])\\s*[:：]?\\s*$`, 'u'),
  /^.{2,80}<[^<>\s]+@[^<>\s]+>\s*(wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|写道|寫道|пишет)?.{0,40}[:：]\s*$/iu,
  new RegExp(`^\\d{4}.{4,40}<[^<>\\s]+@[^<>\\s]+>\\s*[:：]\\s*$`, 'u'),
]

/** The word for "wrote" at the end. */
const verb =
  /(wrote|writes|schrieb|a écrit|escribió|escribio|ha scritto|escreveu|schreef|skrev|menulis|napisał(\(a\))?|napsal\(?a?\)?|đã viết|пишет|писал\(?а?\)?|написал\(?а?\)?|写道|寫道|撰写|来信|書きました|のメール|님이 작성|작성)( [^:：]{0,80})?\s*[:：]?\s*$/iu
const anyDate = new RegExp(date, 'u')

/** Starts of a folded "On … wrote:". */
const wroteStart = new RegExp(`^(on|am|le|el|il|em|op|den|w dniu|dnia|在)\\s?.{0,40}(${date}|\\w{3},? )`, 'iu')

const separators = [
  /^[\s>]*[-–—_*]{2,}\s*(original|forwarded|ursprüngliche|weitergeleitete|original-?|message d.origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada|oorspronkelijk|doorgestuurd|opprinnelig|oprindelig|videresendt|ursprungligt|vidarebefordrat|исходное|пересылаемое|原始|原邮件|转发|轉寄|元のメッセージ|転送|원본|전달).{0,40}[-–—_*]{2,}\s*$/iu,
  /^[\s>]*[-–—_]{2,}\s*(original message|forwarded message|original-nachricht|ursprüngliche nachricht|reply message|reply above this line|原始邮件|原邮件)\s*[-–—_]*\s*$/iu,
  /^begin forwarded message\s*:\s*$/iu,
  /^(anfang der weitergeleiteten nachricht|début du message (réexpédié|transféré)|inizio messaggio inoltrato|comienza el mensaje reenviado)\s*:\s*$/iu,
  /^[-–—=#]{2,}\s*(please )?(reply|write|type your reply) above this line.*$/iu,
]

const labels = {
  from: /^[\s>*_]*(from|von|de|da|van|fra|från|od|от|kimden|发件人|寄件者|寄件人|差出人|보낸 ?사람)\s*[*_]*\s*[:：]\s*[*_]*\s*\S/iu,
  sent: /^[\s>*_]*(sent|date|gesendet|datum|envoyé|date|enviado|fecha|data|inviato|verzonden|sendt|dato|skickat|wysłano|отправлено|дата|tarih|gönderme tarihi|发送时间|日期|發送時間|寄件日期|送信日時|日付|보낸 ?날짜|날짜)( le| el| am)?\s*[*_]*\s*[:：]\s*[*_]*\s*\S/iu,
  to: /^[\s>*_]*(to|an|à|a|para|aan|naar|til|till|do|кому|kime|收件人|收件者|宛先|받는 ?사람|cc|kopie|抄送)\s*[*_]*\s*[:：]/iu,
  subject:
    /^[\s>*_]*(subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne|temat|тема|konu|主题|主旨|件名|제목)\s*[*_]*\s*[:：]/iu,
}

export interface Intro {
  lines: number
  /** Names a time or an address: no sentence of a customer looks like this. */
  isCertain: boolean
}

/** "On Tue, 1 March, Anna wrote:" starting at this line, if it does. */
export function introAt(lines: readonly string[], index: number): Intro | null {
  const line = clean(lines[index])
  if (!line || line.length > LONGEST_MARK) return null
  if (wrote.some(pattern => pattern.test(line))) return { lines: 1, isCertain: isCertain(line) }
  if (!wroteStart.test(line)) return null
  let joined = line
  for (let more = 1; more <= 3; more++) {
    const next = clean(lines[index + more])
    if (!next || next.startsWith('>')) return null
    joined += ` ${next}`
    if (joined.length > LONGEST_MARK) return null
    if (verb.test(joined)) return { lines: more + 1, isCertain: isCertain(joined) }
    if (/[.!?。！？:：]$/.test(next)) return null
  }
  return null
}

function isCertain(intro: string): boolean {
  return (verb.test(intro) && anyDate.test(intro)) || /[^\s<>]@[^\s<>]/.test(intro)
}

/** A line after which only older mail follows. */
export function isSeparator(line: string): boolean {
  return line.length <= LONGEST_MARK && separators.some(pattern => pattern.test(line.trim()))
}

/** "From: … Sent: … To: … Subject: …" as Outlook and its kin put above older mail. */
export function isHeaderBlock(lines: readonly string[], index: number): boolean {
  const first = lines[index] ?? ''
  if (first.length > LONGEST_MARK || !labels.from.test(first)) return false
  const block: string[] = []
  for (let at = index + 1; at < lines.length && block.length < 7; at++) {
    const line = lines[at] ?? ''
    if (line.trim() !== '') block.push(line.slice(0, LONGEST_MARK))
  }
  const has = (label: RegExp) => block.some(line => label.test(line))
  const [sent, to] = [has(labels.sent), has(labels.to)]
  // "From: Berlin, To: Munich" is a customer's own list; a subject or an address is not in one.
  return has(labels.subject) ? sent || to : first.includes('@') && sent && to
}

function clean(line: string | undefined): string {
  return (line ?? '').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00a0]/g, ' ').trim()
}
