const robot = new RegExp(
  [
    "(?<!\\p{L})(?:this is an? (?:automated|automatic|auto-?generated|system) (?:message|e-?mail|reply|response|notification)|(?:automatically|auto-?) ?generated (?:message|e-?mail)|(?:please )?do not (?:reply|respond) to this (?:message|e-?mail|address)|please don't reply to this|i(?: am|'m| will be) (?:currently )?(?:out of (?:the )?office|on (?:annual|parental|maternity|sick) leave|on (?:vacation|holiday|leave)(?: \\p{L}+){0,4} (?:until|and (?:will|have)|with (?:limited|no)))|thank you for (?:contacting|your (?:message|email|enquiry|inquiry))[^.]{0,60}(?:we|our team) (?:will|has|have)|your (?:ticket|request) (?:has been|was) (?:received|created)|(?:click (?:here )?to |you (?:can|may) )unsubscribe|unsubscribe (?:here|at any time|link)|to unsubscribe,? (?:please )?(?:click|follow|visit)|manage (?:your )?(?:subscription|preferences)|view (?:this (?:email|message) )?in (?:your )?browser|you are receiving this (?:e-?mail|message|because)|mail delivery (?:failed|system)|undeliverable (?:mail|message)|message (?:could not be|was not) delivered)(?!\\p{L})",
    '^[\\s*\\[(【-]*(?:auto-?reply|automatic reply|out of (?:the )?office|undeliver(?:able|ed)|自动回复|自動返信)',
    '(?<!\\p{L})(?:respuesta automatica|mensaje automatico|no responda a este (?:correo|mensaje)|fuera de la oficina|reponse automatique|message automatique|ne pas repondre a ce (?:message|mail|courriel)|absent(?:e)? du bureau|automatische antwort|automatisch (?:erstellt|generiert)\\p{L}*|nicht auf diese (?:e-?mail|nachricht)|abwesenheitsnotiz|nicht im (?:buro|haus))(?!\\p{L})',
    '系统自动(?:发送|回复)|(?:这是|此为|本邮件为).{0,4}自动回复|此邮件(?:由系统|为系统)|请勿(?:直接)?回复|回复?\\s?td\\s?退订|退订(?:请|回)回?|拒收请回|自動(?:返信|送信)(?:です|メール|され)|自動配信|配信停止(?:は|の(?:手続き|お手続き))|このメールに(?:は)?返信|رد تلقائي|رساله تلقائيه|لا ترد على هذ[اه]',
  ].join('|'),
  'u',
)

/** The words that show a machine or a mailing list wrote it; null when none do. `plain` is `flat(text)`. */
export function robotWords(text: string, plain: string): string | null {
  const match = robot.exec(plain)
  return match === null ? null : text.slice(match.index, match.index + match[0].length)
}
