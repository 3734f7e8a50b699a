/** The first-run steps. */
export const setup = {
  title: 'Welcome to Keepdesk',
  description: 'Four short steps. You can skip any of them and come back later; everything stays on this computer.',
  progress: '{{done}} of {{total}} done',
  steps: 'Steps',
  done: 'Done',
  shop: {
    title: 'Your shop',
    body: 'What is your shop called, and which language do you like to read?',
  },
  knowledge: {
    title: 'What you know',
    body: 'Give the assistant the answers your customers ask for most. Ten good ones are a fine start.',
    ready_one: 'You have {{formatted}} entry. More can be added at any time.',
    ready_other: 'You have {{formatted}} entries. More can be added at any time.',
  },
  channel: {
    title: 'Where customers write',
    body: 'Connect your mailbox or Telegram bot. The assistant starts in draft: it prepares replies, and you send them.',
    ready: 'Connected: {{names}}',
  },
  tryout: {
    title: 'Try it',
    body: 'Ask a question like a customer would and see what the assistant would say.',
    needsKnowledge:
      'There is no knowledge yet, so the assistant would hand every question to you. That is fine; you can try it later.',
    models:
      'A language model on this computer can word the answers more naturally. It is optional and can be added at any time.',
    toModels: 'Look at the models',
  },
  finish: 'Open the inbox',
  leave: 'Finish later',
  loadFailed: 'Your progress could not be loaded.',
}
