/** The help page around its articles, and what each setting does. */
export const helpPage = {
  title: 'Help',
  description: 'How Keepdesk is used. It is all on this computer and works without the internet.',
  search: 'Search in help',
  articles: 'Articles',
  all: 'All articles',
  nothing: 'No article holds these words. Try others.',
  goThere: 'Go to {{page}}',
  everySetting: 'Every setting, one by one',
  setting: {
    shopName: { name: 'Shop name', help: "Stands below the assistant's replies and on reports." },
    language: { name: 'Language', help: 'Of these pages. Customers are answered in their own language.' },
    theme: { name: 'Theme', help: 'Light, dark, or like this computer.' },
    signature: { name: 'Signature', help: "Ends every reply of the assistant. Empty means your shop's name." },
    sayAssistant: {
      name: 'Say that an assistant answered',
      help: 'Adds one line to each automatic reply. In many places the law asks for it.',
    },
    assistantPaused: {
      name: 'Pause the assistant everywhere',
      help: 'No answers and no drafts on any channel until you switch it on again. Messages keep coming in.',
    },
    promiseMinutes: {
      name: 'When a customer hears from you',
      help: 'The time the assistant names when it hands over to you; it falls within your opening hours.',
    },
    couponLimitPercent: {
      name: 'What the assistant may offer by itself',
      help: 'Coupons you imported, up to this share of the price, and never because somebody is angry.',
    },
    minutesPerReply: {
      name: 'How long a reply takes you',
      help: 'Counts the time saved in reports until enough of your own replies were measured.',
    },
    chatPauseSeconds: {
      name: 'In chats, wait for the next message',
      help: 'So that several short messages get one answer. Mail is not waited for.',
    },
    timeZone: { name: 'Time zone of the shop', help: 'All days and hours are told on its clock.' },
    openingHours: { name: 'Opening hours', help: 'When somebody answers. A promised time falls within them.' },
    closedDays: { name: 'Closed on these dates', help: 'Holidays and days off, first and last day included.' },
    awayText: {
      name: 'Away text',
      help: 'What customers read outside the hours when they need you. {time} becomes the promised time.',
    },
    notify: { name: 'Notices', help: 'Of which messages this computer tells you: all, those that need you, or none.' },
    notifyHideContent: { name: 'Hide content', help: 'Notices say neither who wrote nor what.' },
    notifySound: { name: 'Sound', help: 'A short sound with each notice.' },
    quietHours: { name: 'Quiet hours', help: 'No notices and no sound then; one notice afterwards says what came.' },
    escalateMinutes: {
      name: 'Tell me again about customers who wait',
      help: 'After this time, within your opening hours.',
    },
    startAtLogin: { name: 'Start with this computer', help: 'Keepdesk begins to take messages in when you sign in.' },
    weeklyReport: { name: 'Weekly report', help: "Writes last week's report into a folder of your choice." },
    modelMirror: {
      name: 'Where models are fetched from',
      help: 'A server of your own instead of the makers. Empty: as the catalogue says.',
    },
  },
}
