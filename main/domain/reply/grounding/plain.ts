const FRAME_OPENING =
  /^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?=[\s,!.]|$)[^\n.!?]{0,40}[,!.]?\s*\n+|(?:尊敬的|亲爱的)?[^\n。！？]{0,12}(?:您好|你好)[！!，,。]?\s*\n+)/iu
const FRAME_ENDING =
  /\n+\s*(?:(?:kind|best|warm|many)? ?(?:regards|wishes)|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|cheers|best|thanks|祝好|此致|敬上|顺祝商祺)[,!.！，。]?\s*(?:\n[^\n]{0,60}){0,3}\s*$/iu

/** A model's draft as plain text without greeting and signature: the frame of a reply is ours. */
export function plainDraft(raw: string): string {
  const text = raw
    .replace(/\r\n?/gu, '\n')
    // What some models think aloud.
    .replace(/<think>[\s\S]*?(?:<\/think>|$)/giu, '')
    .replace(/<\/?[a-z|!][^>\n]{0,200}>/giu, '')
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,600}\)/gu, '')
    // The address stays to be looked at: text that hides a link is no way past the check.
    .replace(/\[([^\]]{0,300})\]\(([^)\s]{0,600})[^)]{0,200}\)/gu, (_, shown: string, link: string) =>
      shown === link ? link : `${shown} ${link}`,
    )
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)/gmu, '')
    .replace(/^[^\S\n]*[-*•][^\S\n]+/gmu, '')
    .replace(/(\*\*|__|~~|`+)(?=\S)([\s\S]*?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/^\s*["“「](?=[\s\S]*["”」]\s*$)|["”」]\s*$/gu, match => (/^\s*["“「]/u.test(raw) ? '' : match))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
  return text.replace(FRAME_OPENING, '').replace(FRAME_ENDING, '').trim()
}
