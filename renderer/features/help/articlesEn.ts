import type { Articles } from './article.ts'

export const articles: Articles = {
  start: {
    title: 'First steps',
    body: [
      'Four steps bring your shop to life. You can leave them at any time and go on later; what is done stays done.',
      '- Name your shop and choose the language of these pages.',
      '- Tell Keepdesk what you know: drop a file with questions and answers, a Word or PDF document or a saved web page on the Knowledge page, or write answers by hand.',
      '- Connect a mailbox or a Telegram bot. A new channel starts in Draft: nothing is sent without your OK.',
      '- Ask a question the way a customer would, under Try it, and correct the entry where the answer is wrong.',
      'Then approve drafts for a few days. When they are right, let the assistant answer by itself, on one channel or for one topic at a time.',
    ],
  },
  inbox: {
    title: 'The inbox and its views',
    body: [
      'All conversations of all channels are in one list. The views on the left show a part of it.',
      '- Waiting for me: handed over, a draft to approve, a reply that could not be sent, or a customer who waits for you. The clock says how long.',
      "- Mine and Assistant's: open conversations, by who answers them.",
      '- Drafts to approve: the assistant has written something and waits for your OK.',
      '- Snoozed: put away until a time, or until the customer writes. Resolved: done. All: everything.',
      'Narrow a view with Filter (channel, label, status, language, mood) and choose the order: newest, oldest, or longest wait first. A filter that is set always shows as a chip; click it to take it off.',
      'Tick several rows to resolve, snooze, label or mark them together. The message at the bottom undoes it.',
      'Snoozing understands words such as "tomorrow 3pm", "in 2 hours" or "next Friday".',
    ],
  },
  replies: {
    title: 'Writing replies, notes and snippets',
    body: [
      'Your reply waits ten seconds before it leaves, so that you can take it back. Writing it takes the conversation over: the assistant is silent there until you hand it back.',
      '- Send later: choose a time beside the send button. If the customer writes before then, the reply becomes a draft again, unless you decide otherwise.',
      '- Private note: only you see it. It is never sent and never part of what the assistant reads.',
      '- Snippets: type / and the first letters. {contact}, {firstName}, {shop}, {order} and {today} are filled in; what nobody knows stays marked for you to fill in.',
      '- Files: drag them into the conversation, paste them, or use the paper clip.',
      'What you write is kept for each conversation, also when you close Keepdesk.',
      'A reply that may or may not have been sent (the power went out at that very moment) is shown to you and never sent twice by itself.',
    ],
  },
  assistant: {
    title: 'Who answers: the assistant or you',
    body: [
      'The mark in the list and above each conversation says who answers now.',
      '- Take over: the assistant is silent from that moment, and what it had prepared is withdrawn.',
      '- Hand back: it answers again.',
      '- "Why this answer" shows what was found, how sure it was, which rule decided and which sentence comes from where.',
      'Complaints, disputes about money, legal and medical matters, threats and anybody who asks for a person always come to you, with a short brief: the wish, what is known, what was promised.',
      'The switch below the navigation pauses the assistant everywhere at once.',
    ],
  },
  autonomy: {
    title: 'Off, Draft, Auto: how far it may go',
    body: [
      'Each channel is in one of three modes. Off: it does nothing there. Draft: it writes, you approve. Auto: it answers by itself what your knowledge, orders and procedures say; the rest waits for you.',
      'Under Rules, each topic has a mode and a threshold of its own. A topic can earn answering alone by replies that you sent unchanged; one correction takes that back.',
      'Try changes on the Try it page before they count: ask one question, or rehearse with many. Nothing is sent there.',
    ],
  },
  knowledge: {
    title: 'What the assistant knows',
    body: [
      'It answers only with what stands in your knowledge, your orders and your procedures, in your own words, and names the source of each sentence. What is not there it does not say.',
      '- Import files: tables (CSV), Word, PDF, text, Markdown and saved web pages. Before anything is stored you see what will be taken.',
      '- An entry is one question with its answer, and other ways to ask the same.',
      '- Reports list questions nobody could answer, the most frequent first. One click makes an entry of one.',
      'A change counts at once.',
    ],
  },
  orders: {
    title: 'Orders, and who hears about them',
    body: [
      'Import the files your shop system exports, or connect WooCommerce or Shopify. Keepdesk only reads there.',
      'Nobody hears about an order because they say that it is theirs. Whoever writes from the e-mail address of the order hears how it stands. From anywhere else a six-digit code goes to that address first; it is valid for one order and one hour.',
      'Refunds, cancellations and changed addresses are prepared for you and never done by the assistant.',
    ],
  },
  procedures: {
    title: 'Procedures and known faults',
    body: [
      'A procedure is a page of plain text with steps: returns, warranty, order status. Its picture shows every way through it. Test it beside the text before you save it.',
      'Known faults and what helps are a list of your own (CSV). Customers who describe a fault get the steps for their product.',
    ],
  },
  channels: {
    title: 'Connecting channels',
    body: [
      'For e-mail, type your address; for the usual providers the servers are filled in. Many providers want an app password instead of your own: the form says where to get it.',
      'For Telegram, talk to BotFather, create a bot and paste what it gives you.',
      'Test says in plain words what is wrong. A channel with a red mark needs you; one that tries again by itself does not.',
      'For each channel you choose when the assistant may speak: always, in your opening hours, outside of them, or in hours of its own.',
    ],
  },
  hours: {
    title: 'Working hours, holidays and promises',
    body: [
      'A time that is promised to a customer always falls into your opening hours. Holidays are dates on which nobody works.',
      'Outside the hours, customers who need you get your away text; {time} in it becomes the promised time.',
      'A promise that is about to break is shown in the list and told to you in time.',
    ],
  },
  notices: {
    title: 'Being told',
    body: [
      'Choose what the computer tells you: every message, only what needs you, or nothing. "Hide content" says neither who wrote nor what.',
      'In quiet hours nothing sounds or shows. Afterwards one notice sums up what came.',
      'Somebody who has waited too long for you is told of again, in your opening hours.',
      'Closing the window does not stop Keepdesk: it goes on taking messages in until you quit it.',
    ],
  },
  contacts: {
    title: 'Customers',
    body: [
      'The panel beside a conversation holds everything about the customer: one timeline over all channels, orders, your note, labels, and what the assistant has remembered. You can delete each remembered thing.',
      'Where the same verified address or phone number appears twice, Keepdesk proposes to merge. Nothing is merged by itself, and a merge can be undone.',
    ],
  },
  search: {
    title: 'Searching',
    body: [
      'Search finds every message, customer, order number and subject, however old.',
      '- "words in quotes" are found in this order. -word leaves out what contains it.',
      '- from: (a customer, me, assistant), channel:, label:, before:, after: (2026-03-01, 2026-03, yesterday), has:attachment',
      'A result opens the conversation at that message.',
    ],
  },
  keys: {
    title: 'Working with the keyboard',
    body: [
      'Press ? anywhere to see every key. Ctrl+K (⌘K on a Mac) opens a bar for everything: type what you want to do or whom you look for.',
      '- j and k move through the list, Enter opens, e resolves, r replies, s snoozes, # labels, u marks as unread, / searches.',
      'Tab reaches everything; the frame shows where you are. Escape closes what is open.',
    ],
  },
  reports: {
    title: 'Reports and files to take away',
    body: [
      'Choose a period; beside each number stands the change from the period before.',
      'What the assistant did alone is split honestly. Confirmed: the customer said that it helped. Assumed: nothing came for three days. Reopened: the same matter came back. Abandoned: the customer went away without an answer to a question.',
      'Time saved is counted with the time your own replies take, where there are enough to measure.',
      'Save a period or one conversation as a page (HTML), PDF, table (CSV) or JSON, with or without private notes and personal data. A weekly report can be written to a folder by itself.',
    ],
  },
  models: {
    title: 'Language models',
    body: [
      'Keepdesk works without one. A language model puts replies into words, suggests, shortens and translates while you write. It runs on this computer, in a process of its own, without the internet.',
      'The Models page says what this computer can run and measures how long an answer takes. Every sentence a model writes is checked; what no source says is left out.',
    ],
  },
  data: {
    title: 'Your data',
    body: [
      'Everything is in one folder on this computer; Settings, About says where. Messages, customers, orders and attachments are encrypted there.',
      'Nothing leaves except to the channels and shops you connect, and for models you download.',
      'To keep a copy or to move to another computer, close Keepdesk and copy the whole folder, with the key file in it. Without the key nobody can open the data.',
    ],
  },
  trouble: {
    title: 'When something does not work',
    body: [
      'Settings, Health says what works and what needs you, and where to go. All of it can be copied as text for somebody who helps you, without customers or addresses.',
      '- A reply "may have been sent": look into the channel itself, then say in the conversation whether it arrived.',
      '- The disk is full: messages stay with your provider; nothing is lost. Make room and it goes on by itself.',
      '- The page lost its connection: Keepdesk itself was closed. Start it again.',
    ],
  },
}
