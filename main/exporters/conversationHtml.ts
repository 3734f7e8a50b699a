import { handoffReasonSchema, type Answer } from '#contract/assistant.ts'
import type { ActivityCode, Attachment, Message } from '#contract/message.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { ConversationExport, ConversationExportOptions } from './conversationExport.ts'
import { conversationStyles } from './conversationStyles.ts'
import { exportWords, type ExportWords } from './conversationWords.ts'
import { escapeHtml, escapeName } from './escapeHtml.ts'

interface Sheet {
  words: ExportWords
  contactName: string
  shopName: string
  time(date: Date): string
  size(bytes: number): string
}

/** One file that any browser shows and prints: no scripts, nothing loaded from elsewhere, every word escaped. */
export function conversationHtml(data: ConversationExport, options: ConversationExportOptions): string {
  return [...conversationHtmlPieces(data, options)].join('')
}

/** The same, a message at a time. */
export function* conversationHtmlPieces(
  data: ConversationExport,
  options: ConversationExportOptions,
): Generator<string> {
  const { conversation, messages, answers } = data
  const words = exportWords(options.language)
  const contactName = data.contact.name || conversation.contactName || conversation.address || words.noName
  const format = new Intl.DateTimeFormat(options.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: options.timeZone,
  })
  const sheet: Sheet = {
    words,
    contactName,
    shopName: options.shopName || words.shop,
    time: date => `<time datetime="${date.toISOString()}">${escapeHtml(format.format(date))}</time>`,
    size: bytes => formatBytes(bytes, options.language),
  }
  const facts: [string, string][] = [
    [words.shop, name(sheet.shopName)],
    [
      words.contact,
      [contactName, conversation.address]
        .filter(text => text !== '')
        .map(name)
        .join(' · '),
    ],
    [words.channel, words.channels[conversation.channelKind]],
    [words.subject, conversation.subject === '' ? words.noSubject : name(conversation.subject)],
    [words.status, words.statuses[conversation.status]],
    [words.exportedAt, sheet.time(options.exportedAt)],
    [words.timeZone, escapeHtml(format.resolvedOptions().timeZone)],
  ]
  const spoken = messages.filter(message => message.kind === 'message').length
  yield `<!doctype html>
<html lang="${options.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Keepdesk">
<title>${escapeName(words.title(contactName))}</title>
<style>${conversationStyles}</style>
</head>
<body>
<header>
<h1>${escapeName(words.title(contactName))}</h1>
<dl>
${facts.map(([label, value]) => `<div><dt>${label}</dt><dd>${value}</dd></div>`).join('\n')}
</dl>
<p class="count">${words.messageCount(spoken)}</p>
</header>
<main>
`
  for (const message of messages) yield `${entryHtml(message, answers, sheet)}\n`
  yield '</main>\n</body>\n</html>\n'
}

function entryHtml(message: Message, answers: ConversationExport['answers'], sheet: Sheet): string {
  if (message.kind === 'activity') return activityHtml(message, sheet)
  const { words } = sheet
  const answer = message.answerId === null ? undefined : answers.get(message.answerId)
  const parts = [
    `<header><strong>${authorHtml(message, sheet)}</strong> ${sheet.time(message.sentAt)}${statesHtml(message, words)}</header>`,
    message.text.trim() === ''
      ? `<p class="text empty">${words.noText}</p>`
      : `<p class="text" dir="auto">${escapeHtml(message.text)}</p>`,
    message.quoted
      ? `<div class="quoted"><p>${words.quoted}</p><blockquote dir="auto">${escapeHtml(message.quoted)}</blockquote></div>`
      : '',
    message.hasHtml ? `<p class="aside">${words.designedMail}</p>` : '',
    attachmentsHtml(message.attachments, sheet),
    message.author === 'assistant' ? sourcesHtml(answer, words) : '',
  ]
  return `<article class="${message.direction} ${message.author}">
${parts.filter(part => part !== '').join('\n')}
</article>`
}

function authorHtml(message: Message, { words, contactName, shopName }: Sheet): string {
  switch (message.author) {
    case 'contact':
      return name(contactName)
    case 'owner':
      return name(shopName)
    case 'assistant':
      return words.authors.assistant
    default:
      return assertNever(message.author)
  }
}

function statesHtml({ delivery, automated }: Message, words: ExportWords): string {
  const states = [
    ...(automated === null ? [] : [`<span class="state">${words.automated[automated]}</span>`]),
    ...(delivery === null ? [] : [`<span class="state ${delivery.state}">${words.deliveries[delivery.state]}</span>`]),
    ...(delivery?.error ? [`<span class="error" dir="auto">${escapeHtml(delivery.error)}</span>`] : []),
  ]
  return states.map(state => ` ${state}`).join('')
}

function attachmentsHtml(attachments: readonly Attachment[], { words, size }: Sheet): string {
  if (attachments.length === 0) return ''
  const items = attachments.map(({ name: fileName, bytes, missing, mismatch }) => {
    const notes = [size(bytes), ...(missing ? [words.missing[missing]] : []), ...(mismatch ? [words.mismatch] : [])]
    return `<li>${name(fileName)} <span>${escapeHtml(notes.join(' · '))}</span></li>`
  })
  return `<div class="attachments"><p>${words.attachments}</p><ul>${items.join('')}</ul></div>`
}

function sourcesHtml(answer: Answer | undefined, words: ExportWords): string {
  if (answer === undefined || answer.citations.length === 0) return `<p class="aside">${words.noSources}</p>`
  const items = answer.citations.map(
    ({ entry, sourceName, question, quote }) =>
      `<li><span class="source">${name(sourceName)} · ${words.entry} ${name(entry)} · ${name(question)}</span>` +
      `<q dir="auto">${escapeHtml(quote)}</q></li>`,
  )
  return `<div class="sources"><p>${words.sources}</p><ol>${items.join('')}</ol></div>`
}

function activityHtml(message: Message, sheet: Sheet): string {
  const { activity, sentAt, text } = message
  if (activity === null) return `<p class="activity">${sheet.time(sentAt)} ${escapeHtml(text)}</p>`
  if (activity.code === 'note') return noteHtml(message, sheet)
  const detail = activity.detail ? `${sheet.words.colon}${detailHtml(activity.code, activity.detail, sheet)}` : ''
  return `<p class="activity">${sheet.time(sentAt)} ${sheet.words.activities[activity.code]}${detail}</p>`
}

function noteHtml({ sentAt, text }: Message, { words, time }: Sheet): string {
  return `<article class="note">
<header><strong>${words.activities.note}</strong> ${time(sentAt)}</header>
<p class="text" dir="auto">${escapeHtml(text)}</p>
</article>`
}

/** A handoff reason, a date, or a name. */
function detailHtml(code: ActivityCode, detail: string, { words, time }: Sheet): string {
  const reason = handoffReasonSchema.safeParse(detail)
  if (code === 'handed-off' && reason.success) return words.handoffReasons[reason.data]
  if (code === 'snoozed' && !Number.isNaN(Date.parse(detail))) return time(new Date(detail))
  return name(detail)
}

/** `bdi` keeps a name written from right to left from turning the words around it. */
function name(text: string): string {
  return `<bdi>${escapeName(text)}</bdi>`
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function formatBytes(bytes: number, language: string): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const unit = units[step] ?? 'byte'
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1000 ** step)
}
