/** What the owner is told when Keepdesk is not in front of them. */
export const told = {
  title: 'Notifications',
  description: 'How you hear of customers while you do something else.',
  notify: {
    label: 'Tell me about',
    all: 'Every message',
    'needs-me': 'What needs me',
    none: 'Nothing',
    help: {
      all: 'Also what the assistant answers by itself.',
      'needs-me': 'Not what the assistant answers by itself, only what waits for you.',
      none: 'No notifications at all. The number of those who wait stays in the title of this page.',
    },
  },
  hide: 'Hide who wrote and what',
  hideHelp: 'For screens that others can see: a notification then only says that a customer wrote.',
  sound: 'Sound',
  soundHelp: 'A short chime with each notification.',
  escalate: {
    label: 'When somebody keeps waiting',
    help: 'Counted in opening hours only. If you still do not answer, you are told twice more, each time after a longer wait. Answering, snoozing or resolving ends it.',
    never: 'Do not tell me again',
    after: 'Tell me again after {{span}}',
  },
  trial: {
    send: 'Send a test notification',
    sent: 'Sent. If nothing appeared, notifications are blocked by the browser or by this computer.',
  },
  browser: {
    granted: { title: 'Your browser shows notifications.', body: 'As long as this page is open in a tab.' },
    denied: {
      title: 'Your browser blocks notifications.',
      body: 'Allow them for this page in the browser: usually with the icon to the left of the address.',
    },
    default: {
      title: 'Your browser does not show notifications yet.',
      body: 'It will ask you once. They stay on this computer and appear as long as this page is open in a tab.',
    },
    unsupported: {
      title: 'This browser has no notifications.',
      body: 'Those who wait are counted in the title of the tab.',
    },
    allow: 'Allow',
  },
  quiet: {
    title: 'Quiet hours',
    label: 'Keep quiet at certain hours',
    help: 'No notifications and no sound then. Afterwards one notification says how many customers wrote.',
    from: 'From',
    to: 'Until',
    allDay: 'This is the whole day.',
  },
  running: {
    title: 'When nobody looks',
    page: 'You can close this tab: messages keep coming in and are answered as long as the program runs. Notifications come from the browser, so they need an open tab.',
    window:
      'You can close the window: messages keep coming in and are answered. To stop, choose Quit in the Keepdesk menu.',
  },
  login: {
    label: 'Start Keepdesk when I log in',
    help: 'In the background, without opening a window.',
    demo: 'Not for the sample shop.',
    passphrase: 'Not possible with a passphrase: nobody would be there to type it.',
    failed: 'This computer did not allow the change. Nothing was changed.',
  },
}
