/** Words the assistant notes beside a check; the ones not here (`index`) need no word. */
export const answerDetail = {
  'self-harm': 'self-harm',
  threat: 'a threat',
  safety: 'danger to somebody',
  medical: 'health',
  legal: 'law',
  'payment-dispute': 'trouble about money',
  'privacy-request': 'personal data',
  complaint: 'a complaint',
  thanks: 'a thank-you',
  nudge: 'a reminder',
  greeting: 'a greeting',
  'auto-reply': 'an automatic reply',
  bulk: 'a mailing list',
  bounce: 'a delivery report',
  bot: 'a bot',
  words: 'by words only, because the search was still being prepared',
}
