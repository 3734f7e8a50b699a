import type { Preset } from '#contract/channel.ts'
import type { Security } from './mailSettings.ts'

interface Server {
  host: string
  port: number
  security: Security
}

const tls = (host: string, port: 993 | 465): Server => ({ host, port, security: 'tls' })
const startTls = (host: string, port: number): Server => ({ host, port, security: 'starttls' })

function preset(
  id: string,
  title: string,
  domains: string[],
  imap: Server,
  smtp: Server,
  more: { helpUrl?: string; savesSent?: boolean; allowSelfSigned?: boolean } = {},
): Preset {
  return {
    id,
    title,
    domains,
    values: {
      imapHost: imap.host,
      imapPort: imap.port,
      imapSecurity: imap.security,
      smtpHost: smtp.host,
      smtpPort: smtp.port,
      smtpSecurity: smtp.security,
      savesSent: more.savesSent ?? false,
      allowSelfSigned: more.allowSelfSigned ?? false,
    },
    ...(more.helpUrl ? { helpUrl: more.helpUrl } : {}),
  }
}

/** What the owner should know about each is on screen under `channelForm.email.preset.<id>`. */
export const mailPresets: readonly Preset[] = [
  preset('gmail', 'Gmail', ['gmail.com', 'googlemail.com'], tls('imap.gmail.com', 993), tls('smtp.gmail.com', 465), {
    helpUrl: 'https://support.google.com/accounts/answer/185833',
    savesSent: true,
  }),
  preset(
    'outlook',
    'Outlook.com / Hotmail',
    [
      'outlook.com',
      'hotmail.com',
      'live.com',
      'msn.com',
      'outlook.de',
      'outlook.fr',
      'hotmail.co.uk',
      'hotmail.fr',
      'hotmail.de',
    ],
    tls('outlook.office365.com', 993),
    startTls('smtp-mail.outlook.com', 587),
    { helpUrl: 'https://support.microsoft.com/office/d088b986-291d-42b8-9564-9c414e2aa040', savesSent: true },
  ),
  preset(
    'icloud',
    'iCloud Mail',
    ['icloud.com', 'me.com', 'mac.com'],
    tls('imap.mail.me.com', 993),
    startTls('smtp.mail.me.com', 587),
    { helpUrl: 'https://support.apple.com/102654' },
  ),
  preset(
    'yahoo',
    'Yahoo Mail',
    [
      'yahoo.com',
      'yahoo.co.uk',
      'yahoo.de',
      'yahoo.fr',
      'yahoo.es',
      'yahoo.it',
      'yahoo.ca',
      'ymail.com',
      'rocketmail.com',
    ],
    tls('imap.mail.yahoo.com', 993),
    tls('smtp.mail.yahoo.com', 465),
    { helpUrl: 'https://help.yahoo.com/kb/SLN15241.html' },
  ),
  preset('aol', 'AOL Mail', ['aol.com', 'aim.com', 'aol.de'], tls('imap.aol.com', 993), tls('smtp.aol.com', 465), {
    helpUrl: 'https://help.aol.com/articles/Create-and-manage-app-password',
  }),
  preset(
    'fastmail',
    'Fastmail',
    ['fastmail.com', 'fastmail.fm'],
    tls('imap.fastmail.com', 993),
    tls('smtp.fastmail.com', 465),
    {
      helpUrl: 'https://www.fastmail.help/hc/articles/360058752854',
    },
  ),
  preset('gmx', 'GMX', ['gmx.de', 'gmx.at', 'gmx.ch'], tls('imap.gmx.net', 993), startTls('mail.gmx.net', 587), {
    helpUrl: 'https://hilfe.gmx.net/pop-imap/imap/index.html',
  }),
  preset(
    'gmx-com',
    'GMX.com',
    ['gmx.com', 'gmx.us', 'gmx.co.uk'],
    tls('imap.gmx.com', 993),
    startTls('mail.gmx.com', 587),
    {
      helpUrl: 'https://support.gmx.com/pop-imap/imap/index.html',
    },
  ),
  preset('web-de', 'WEB.DE', ['web.de'], tls('imap.web.de', 993), startTls('smtp.web.de', 587), {
    helpUrl: 'https://hilfe.web.de/pop-imap/imap/index.html',
  }),
  preset('zoho', 'Zoho Mail', ['zoho.com', 'zohomail.com'], tls('imap.zoho.com', 993), tls('smtp.zoho.com', 465), {
    helpUrl: 'https://www.zoho.com/mail/help/imap-access.html',
  }),
  preset(
    'yandex',
    'Yandex Mail',
    ['yandex.ru', 'yandex.com', 'ya.ru', 'yandex.by', 'yandex.kz'],
    tls('imap.yandex.ru', 993),
    tls('smtp.yandex.ru', 465),
    { helpUrl: 'https://yandex.ru/support/mail/mail-clients/others.html' },
  ),
  preset(
    'mail-ru',
    'Mail.ru',
    ['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'internet.ru'],
    tls('imap.mail.ru', 993),
    tls('smtp.mail.ru', 465),
    { helpUrl: 'https://help.mail.ru/mail/security/protection/external' },
  ),
  preset(
    'qq',
    'QQ Mail (QQ 邮箱)',
    ['qq.com', 'vip.qq.com', 'foxmail.com'],
    tls('imap.qq.com', 993),
    tls('smtp.qq.com', 465),
    {
      helpUrl: 'https://service.mail.qq.com/detail/0/75',
    },
  ),
  preset('163', '163 Mail (网易 163)', ['163.com'], tls('imap.163.com', 993), tls('smtp.163.com', 465), {
    helpUrl: 'https://help.mail.163.com/',
  }),
  preset('126', '126 Mail (网易 126)', ['126.com'], tls('imap.126.com', 993), tls('smtp.126.com', 465), {
    helpUrl: 'https://help.mail.163.com/',
  }),
  preset('yeah', 'Yeah.net (网易)', ['yeah.net'], tls('imap.yeah.net', 993), tls('smtp.yeah.net', 465), {
    helpUrl: 'https://help.mail.163.com/',
  }),
  preset(
    'aliyun',
    'Aliyun Mail (阿里云邮箱)',
    ['aliyun.com'],
    tls('imap.aliyun.com', 993),
    tls('smtp.aliyun.com', 465),
  ),
  preset(
    'aliyun-business',
    'Aliyun for business (阿里企业邮箱)',
    [],
    tls('imap.qiye.aliyun.com', 993),
    tls('smtp.qiye.aliyun.com', 465),
  ),
  preset(
    'exmail',
    'WeCom / Exmail (腾讯企业邮箱)',
    [],
    tls('imap.exmail.qq.com', 993),
    tls('smtp.exmail.qq.com', 465),
    {
      helpUrl: 'https://open.work.weixin.qq.com/help2/pc/19886',
    },
  ),
  preset('ionos', 'IONOS', ['online.de', 'onlinehome.de'], tls('imap.ionos.de', 993), tls('smtp.ionos.de', 465)),
  preset('ionos-com', 'IONOS (US, UK)', [], tls('imap.ionos.com', 993), tls('smtp.ionos.com', 465)),
  preset('ovh', 'OVHcloud', [], tls('ssl0.ovh.net', 993), tls('ssl0.ovh.net', 465)),
  preset(
    'proton',
    'Proton Mail (Bridge)',
    ['proton.me', 'protonmail.com', 'pm.me'],
    startTls('127.0.0.1', 1143),
    startTls('127.0.0.1', 1025),
    { helpUrl: 'https://proton.me/support/bridge', allowSelfSigned: true },
  ),
]
