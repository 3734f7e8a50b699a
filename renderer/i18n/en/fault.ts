/** What went wrong with a channel. `what` happened, `why`, and what the owner can do (`todo`). */
export const fault = {
  'wrong-credentials': {
    what: 'Wrong password',
    why: 'The server refused the sign-in.',
    todo: 'Type the password again. Gmail, Outlook, iCloud, QQ and many others want an app password, not the one you use on their website.',
    telegram: {
      what: 'Wrong bot token',
      why: 'Telegram does not know this token.',
      todo: 'Copy the token from @BotFather again and paste it here.',
    },
  },
  'needs-owner': {
    what: 'Your help is needed',
    why: 'The provider wants you to do something before it lets Keepdesk in.',
    todo: "Sign in on the provider's website, follow what it asks, then choose “Try now” here.",
  },
  'rate-limited': {
    what: 'The provider asks for a pause',
    why: 'It allows only so many requests in a short time.',
    todo: 'Nothing to do. Keepdesk waits as long as asked and then goes on.',
  },
  unreachable: {
    what: 'Server not reachable',
    why: "There was no answer. The internet connection may be down, or the server's name or port is not right.",
    todo: 'Check the internet connection. If it never worked, check the server name and port.',
  },
  transient: {
    what: 'The connection broke',
    why: 'The server stopped in the middle. This happens now and then.',
    todo: 'Nothing to do. Keepdesk connects again by itself, and no message gets lost.',
  },
  'tls-untrusted': {
    what: "The server's identity cannot be confirmed",
    why: 'Its security certificate is self-made, out of date, or belongs to another name.',
    todo: 'Check the server name. If it is your own server and you trust it, allow its certificate under “More settings”.',
  },
  conflict: {
    what: 'Another program is using this account',
    why: 'The provider lets only one program fetch these messages at a time.',
    todo: 'Close the other program, or switch off this channel on the other computer.',
  },
  'cursor-lost': {
    what: 'The mailbox was renumbered',
    why: 'The server rebuilt the mailbox, so Keepdesk looks through it again.',
    todo: 'Nothing to do. Messages that are already here are recognised and not answered twice.',
  },
  'blocked-by-contact': {
    what: 'This person has blocked you',
    why: 'They do not take messages from this account any more.',
    todo: 'Use another way to reach them, if they want that.',
  },
  'no-such-contact': {
    what: 'This address does not exist',
    why: 'The server does not know the recipient.',
    todo: 'Check the address, or reach them another way.',
  },
  'too-big': {
    what: 'Too big to send',
    why: 'The provider does not take messages of this size.',
    todo: 'Make the text shorter or the files smaller.',
  },
  rejected: {
    what: 'The server refused the message',
    why: 'It gave its own reason, shown below.',
    todo: 'Read the reason. Often the sender address is not allowed, or the text looks like spam.',
  },
  'disk-full': {
    what: 'The disk is full',
    why: 'There is no room to store new messages safely, so Keepdesk fetches no more of them.',
    todo: 'Free some space on this computer. Messages wait at the provider until then.',
  },
  bug: {
    what: 'Something went wrong in Keepdesk',
    why: 'This is our mistake, not yours.',
    todo: 'Keepdesk tries again by itself. If it stays like this, close and open Keepdesk.',
  },
}
