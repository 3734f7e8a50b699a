/** Labels of the fields that channels describe themselves: `<kind>.<field>.label`, `.help`, `.placeholder`, `.options.<value>`; `preset.<id>` is advice for one provider. */
export const channelForm = {
  email: {
    address: {
      label: 'Email address',
      placeholder: 'shop@example.com',
      help: 'The address your customers write to.',
    },
    password: {
      label: 'Password',
      help: 'Many providers want an app password or an authorization code here, made in their security settings. It stays on this computer.',
    },
    displayName: {
      label: 'Name customers see',
      placeholder: 'My Tea Shop',
      help: 'Shown as the sender of your answers.',
    },
    imapHost: {
      label: 'Server for incoming mail (IMAP)',
      placeholder: 'imap.example.com',
      help: 'Your provider names it in its help pages.',
    },
    smtpHost: {
      label: 'Server for outgoing mail (SMTP)',
      placeholder: 'smtp.example.com',
      help: 'Your provider names it in its help pages.',
    },
    username: {
      label: 'User name',
      placeholder: 'Same as the email address',
      help: 'Only when your provider uses another name for signing in.',
    },
    imapPort: {
      label: 'Port for incoming mail',
      help: 'Nearly always 993.',
    },
    imapSecurity: {
      label: 'Encryption for incoming mail',
      help: 'Keep what your provider recommends.',
      options: {
        tls: 'TLS (recommended)',
        starttls: 'STARTTLS',
        none: 'None (only inside your own network)',
      },
    },
    smtpPort: {
      label: 'Port for outgoing mail',
      help: 'Usually 465 with TLS or 587 with STARTTLS.',
    },
    smtpSecurity: {
      label: 'Encryption for outgoing mail',
      help: 'Keep what your provider recommends.',
      options: {
        tls: 'TLS (recommended)',
        starttls: 'STARTTLS',
        none: 'None (only inside your own network)',
      },
    },
    allowSelfSigned: {
      label: 'This is my own server (accept its own certificate)',
      help: 'Only for a server you run yourself or Proton Mail Bridge. Leave it off for any public provider.',
    },
    sentFolder: {
      label: 'Folder for sent mail',
      placeholder: 'Found by itself',
      help: 'Only when your answers end up in the wrong folder.',
    },
    savesSent: {
      label: 'My provider files sent mail by itself',
      help: 'Turn it on when every answer shows up twice in your Sent folder.',
    },
    preset: {
      '126': '126 Mail wants an authorization code: turn on IMAP/SMTP in its settings and copy the code.',
      '163': '163 Mail wants an authorization code: turn on IMAP/SMTP in its settings and copy the code.',
      gmail:
        'Gmail wants an app password: turn on 2-step verification, then make one under Google Account > Security > App passwords.',
      outlook:
        'Outlook.com and Hotmail no longer let other programs sign in with a password, so connecting will most likely be refused. A company mailbox whose administrator allows it can work.',
      icloud: 'iCloud wants an app-specific password, made at account.apple.com under Sign-In and Security.',
      yahoo: 'Yahoo wants an app password, made under Account security.',
      aol: 'AOL wants an app password, made under Account security.',
      fastmail: 'Fastmail wants an app password, made under Settings > Privacy & Security.',
      gmx: 'Turn on POP3 and IMAP access in the GMX settings first. With two-factor sign-in, make an app password.',
      'gmx-com':
        'Turn on POP3 and IMAP access in the GMX settings first. With two-factor sign-in, make an app password.',
      'web-de':
        'Turn on POP3 and IMAP access in the WEB.DE settings first. With two-factor sign-in, make an app password.',
      zoho: 'Turn on IMAP access in Zoho Mail. With two-factor sign-in, make an app password. Accounts in Europe use imap.zoho.eu and smtp.zoho.eu.',
      yandex: 'Allow mail programs in the Yandex Mail settings and make an app password.',
      'mail-ru': 'Mail.ru wants a password for external apps, made in its security settings.',
      qq: 'QQ Mail wants an authorization code: turn on IMAP/SMTP under Settings > Account and copy the code.',
      yeah: 'Yeah.net wants an authorization code: turn on IMAP/SMTP in its settings and copy the code.',
      aliyun:
        'Turn on IMAP in the Aliyun Mail settings first. It may ask for a security code instead of your password.',
      'aliyun-business':
        'Your administrator may have to allow IMAP. It may ask for a security code instead of your password.',
      exmail: 'Turn on IMAP/SMTP under Settings > Client. With WeCom sign-in, make a client password there.',
      ionos: 'Use the mailbox password, not the one for your IONOS contract.',
      'ionos-com': 'Use the mailbox password, not the one for your IONOS contract.',
      ovh: 'Use the full address and the mailbox password. Exchange and Email Pro accounts have other servers, named in your OVHcloud account.',
      proton:
        'Start Proton Mail Bridge on this computer and use the password that Bridge shows, not your Proton password.',
    },
  },
  telegram: {
    botToken: {
      label: 'Bot token',
      help: 'In Telegram, open a chat with @BotFather, send /newbot and follow the steps. Then paste its last message here – the whole message is fine.',
      placeholder: '123456789:AA…',
    },
    apiRoot: {
      label: 'Server address',
      help: 'Change this only if you run your own Bot API server.',
      placeholder: 'https://api.telegram.org',
    },
  },
}
