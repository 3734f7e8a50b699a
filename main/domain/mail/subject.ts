const replyPrefix =
  /^\s*(?:(?:re|aw|antw|antwort|sv|vs|ref|rif|rép|rép\.|res|odp|ynt|vb|ats|回复|回覆|答复|答覆|返信|회신|답장)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/iu

/** `Re: ` once, whatever the other program wrote before. */
export function replySubject(subject: string): string {
  const bare = oneLine(subject).replace(replyPrefix, '').trim()
  return `Re: ${bare}`.trim()
}

/** Text for a header: a line break in it could start a header of its own. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim()
}
