/** Why it is the owner's turn; stands alone or after a colon. */
export const handoffReason = {
  'no-knowledge': 'Your knowledge has nothing about this',
  'not-sure': 'The assistant was not sure of the answer',
  'asked-for-person': 'The customer wants to talk to a person',
  'nothing-to-read': 'Only a picture or file, or nothing to read',
  'automated-sender': 'Sent by a machine, so it gets no reply',
  'looks-like-robot': 'The same message again and again: it looks like a robot',
  'too-many-replies': 'Too many automatic replies in a short time',
  'follow-up-unclear': 'The follow-up question was unclear',
  sensitive: 'A delicate matter: complaint, money, law, health or data',
  upset: 'This customer should hear from you in person',
  'failed-turns': 'The assistant could not help twice in a row',
  'owner-decides': 'Only you can decide this',
  'not-verified': 'The customer could not show that the order is theirs',
  procedure: 'Your procedure passes this on to you',
  'index-unavailable': 'Your knowledge could not be searched just now',
  failed: 'Something went wrong while preparing the reply',
}
