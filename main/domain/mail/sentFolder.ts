export interface MailFolder {
  path: string
  /** As the server marks it or the library guesses it: `\Sent`, `\Trash`, … */
  specialUse: string | null
}

const names = [
  'sent',
  'sent items',
  'sent messages',
  'sent mail',
  'sent objects',
  'gesendet',
  'gesendete elemente',
  'gesendete objekte',
  'gesendete',
  'envoyés',
  'éléments envoyés',
  'messages envoyés',
  'enviados',
  'elementos enviados',
  'itens enviados',
  'mensajes enviados',
  'enviadas',
  'inviata',
  'posta inviata',
  'elementi inviati',
  'verzonden',
  'verzonden items',
  'verzonden berichten',
  'sendt',
  'sendte elementer',
  'sendt post',
  'skickat',
  'skickade objekt',
  'lähetetyt',
  'wysłane',
  'elementy wysłane',
  'odeslané',
  'odeslaná pošta',
  'elküldött',
  'elküldött elemek',
  'отправленные',
  'надіслані',
  'gönderilmiş öğeler',
  'gönderilenler',
  '已发送',
  '已发送邮件',
  '已发邮件',
  '已傳送',
  '寄件備份',
  '送信済み',
  '送信済みアイテム',
  '送信済みメール',
  '보낸 편지함',
  '보낸편지함',
]

/** Where sent mail is kept: the owner's choice, else what the server marks, else the best known name. */
export function chooseSentFolder(folders: readonly MailFolder[], wanted: string): string | null {
  if (wanted) return folders.find(({ path }) => path === wanted)?.path ?? null
  const marked = folders.find(({ specialUse }) => specialUse === '\\Sent')
  if (marked) return marked.path
  for (const name of names) {
    const found = folders.find(({ path }) => lastPart(path).normalize('NFC').toLowerCase() === name)
    if (found) return found.path
  }
  return null
}

function lastPart(path: string): string {
  return path.split(/[/.]/).at(-1) ?? path
}
