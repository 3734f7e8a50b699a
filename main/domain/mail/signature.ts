const LONGEST_SIGNATURE = 15

/** "Sent from my iPhone" and its kin; a sentence that only starts like it has a comma or a verb. */
const device =
  /^(?:sent (?:from|via|with|using)|gesendet (?:von|mit|über)|envoyé (?:de|depuis|à partir|avec)|enviado (?:desde|do|da|de|a partir|con)|inviato (?:da|dal|con)|verzonden (?:vanaf|vanuit|met|via)|sendt (?:fra|med)|skickat (?:från|med)|отправлено (?:с|из)|wysłane? (?:z|za))(?: [^\s,;!?]+){0,9}? ?(?:iphone|ipad|ios|android|galaxy|samsung|huawei|xiaomi|pixel|handy|blackberry|outlook|yahoo|gmail|mail|smartphone|tablet|móvil|celular|telefon|mobil|windows|device|phone|устройства)(?: [^\s,;!?]+){0,5}(?:, an AT&T [\w ]{2,30})?\.?$/iu
const deviceOther =
  /^(?:get outlook for (?:ios|android|mac).*|outlook für (?:ios|android).*|(?:diese nachricht wurde )?von meinem .{2,40} gesendet|(?:发自|發自|寄自|来自|從我的|从我的)\s?我?的?.{0,30}(?:iphone|ipad|手机|手機|邮箱|mail|android|华为|小米|outlook|qq).{0,12}|(?:iphone|ipad|スマートフォン)から送信|(?:나의|내)\s.{2,20}에서 보냄)$/iu
const listFooter = /^_{20,}$/

/** The line at which the signature starts; the number of lines when there is none. */
export function signatureStart(lines: readonly string[]): number {
  const end = trimmedEnd(lines, lines.length)
  for (let index = 0; index < end; index++) {
    const line = lines[index] ?? ''
    if (index === 0) continue
    // RFC 3676 4.3: dashes and one space; many programs lose the space, but then a long text below is no signature.
    if (line === '-- ' || (line === '--' && end - index <= LONGEST_SIGNATURE)) return index
    if (listFooter.test(line.trim()) && end - index <= LONGEST_SIGNATURE) return index
  }
  for (let index = Math.max(1, end - 3); index < end; index++) {
    const line = (lines[index] ?? '').trim()
    if (line.length <= 120 && (device.test(line) || deviceOther.test(line))) return index
  }
  return lines.length
}

function trimmedEnd(lines: readonly string[], from: number): number {
  let end = from
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end--
  return end
}
