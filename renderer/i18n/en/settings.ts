/** The settings page. */
export const settings = {
  title: 'Settings',
  description: 'Changes are saved as you make them.',
  saving: 'Saving…',
  saved: 'Saved',
  notSaved: 'Not saved',
  shop: {
    title: 'Your shop',
    name: 'Shop name',
    nameHelp: "Customers see it below the assistant's replies.",
    namePlaceholder: 'Flower shop on the corner',
  },
  look: {
    title: 'Language and look',
    language: 'Language',
    languageHelp: "For these pages. The assistant answers each customer in the customer's own language.",
    theme: 'Theme',
    system: 'Like this computer',
    light: 'Light',
    dark: 'Dark',
  },
  assistant: {
    title: 'Assistant',
    pause: 'Pause the assistant everywhere',
    pauseHelp:
      'No automatic answers and no drafts on any channel. Messages keep arriving, and it stays paused after a restart.',
    pauseBefore: 'In chats, wait for the next message',
    pauseBeforeHelp: 'Many people write in several short messages. They then get one answer to all of them.',
    atOnce: 'Answer at once',
    afterSeconds_one: 'Answer after {{count}} quiet second',
    afterSeconds_other: 'Answer after {{count}} quiet seconds',
    signature: 'Signature',
    signatureHelp: "Ends every reply of the assistant. Empty means your shop's name.",
    signaturePlaceholder: 'Kind regards\nYour team',
    sayAssistant: 'Say that an assistant answered',
    sayAssistantHelp: 'Adds one line to each automatic reply.',
    sayAssistantOff:
      'In many places the law says people must be told when a machine answers them; in the European Union since August 2026. It is also simply honest. With this off, making that clear in another way is up to you.',
  },
  promises: {
    title: 'In your name',
    promise: 'When a customer needs you, they hear from you within',
    promiseHelp:
      'The assistant names the time when it hands over. It shows in the inbox and warns you once it has passed.',
    noPromise: 'Promise no time',
    coupon: 'What the assistant may offer by itself',
    couponHelp: 'Only coupons you have imported, and never because somebody is angry.',
    noCoupon: 'No coupon',
    upTo: 'Coupons up to {{share}}',
    effort: 'How long a reply takes you',
    effortHelp: 'Only to count the time the assistant saves you.',
    noEffort: 'Do not count',
  },
  about: {
    title: 'About',
    version: 'Version',
    dataFolder: 'Where your data is',
    dataFolderHelp: 'Everything is in this folder on this computer.',
    copyPath: 'Copy the path',
    copied: 'Path copied',
    demo: 'Sample shop',
    demoBody: 'This is the sample shop with made-up customers. It has a data folder of its own.',
    shell: 'Runs as',
    node: 'Page in your browser',
    electron: 'Desktop app',
    failed: 'This information could not be loaded.',
    key: 'How your data is protected',
    keychain: {
      title: "Encrypted; the key is in this computer's key store",
      protects:
        'Protects you if the computer or its disk is stolen while you are signed out, or if someone copies the data folder.',
      limits:
        'Does not protect against someone who sits at the computer while you are signed in, or against harmful programs running under your name.',
    },
    file: {
      title: 'Encrypted; the key is in a file beside the data',
      protects:
        'Protects the database if it is copied without the key file, for example in a backup that leaves it out.',
      limits:
        'Does not protect against someone who can read your files or takes the whole folder or disk: the key is there too. Switch on disk encryption on this computer, or use a passphrase.',
    },
    passphrase: {
      title: 'Encrypted with your passphrase',
      protects:
        'Protects you if the computer, the disk or the data folder is stolen or copied: nobody opens it without your passphrase.',
      limits:
        'Does not protect against harmful programs while Keepdesk is open. If you forget the passphrase, nobody can bring the data back.',
    },
  },
}
