/** "Try it": ask like a customer, see what the assistant would do. */
export const tryout = {
  title: 'Try it',
  description: 'Ask like a customer would. Nothing is sent and nothing is stored.',
  question: 'A customer asks',
  placeholder: 'Do you also ship abroad?',
  ask: 'Ask',
  asking: 'Looking it up…',
  tooLong: 'This is too long: at most {{max}} characters.',
  samples: 'Questions from your own knowledge',
  noKnowledge: 'Your knowledge is still empty, so the assistant would hand everything to you. Add some answers first.',
  failed: 'The assistant could not be reached. Please try again.',
  outcome: {
    reply: 'The assistant would reply',
    ask: 'The assistant would ask back',
    handoff: 'The assistant would hand this over to you',
    silent: 'The assistant would stay silent',
  },
  replyTitle: 'What the customer would get',
  noReply: 'The customer gets no answer from the assistant. The conversation waits for you in the inbox.',
  confidence: 'How sure the assistant is',
  empty: {
    title: 'See what your customers would get',
    body: 'Type a question, or pick one of yours. You see the reply, where it comes from, and why.',
  },
}
