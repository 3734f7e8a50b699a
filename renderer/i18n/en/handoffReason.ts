/** Why the assistant passed a conversation to the owner; stands alone or after a colon. */
export const handoffReason = {
  'no-knowledge': 'Nothing in your knowledge answers this',
  'not-sure': 'Something similar is in your knowledge, but it is not certain enough',
  'asked-for-person': 'The customer asked for a person',
  'nothing-to-read': 'There is no text to read in this message',
  'automated-sender': 'A machine sent this message',
  'looks-like-robot': 'This looks like a robot answering back',
  'too-many-replies': 'The assistant has already answered often here in a short time',
  'follow-up-unclear': 'It refers to something earlier and is not clear by itself',
  sensitive: 'This should be answered by you in person',
  'index-unavailable': 'Search in your knowledge is not ready yet',
  failed: 'The assistant could not finish its work on this message',
}
