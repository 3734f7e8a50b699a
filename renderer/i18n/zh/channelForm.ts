export const channelForm = {
  email: {
    address: {
      label: '邮箱地址',
      placeholder: 'shop@example.com',
      help: '客户写信给你的地址。',
    },
    password: {
      label: '密码',
      help: '很多邮箱要求填写应用专用密码或授权码，可在邮箱的安全设置里生成。密码只保存在这台电脑上。',
    },
    displayName: {
      label: '客户看到的名称',
      placeholder: '我的茶叶店',
      help: '作为回信的发件人名称显示。',
    },
    imapHost: {
      label: '收信服务器（IMAP）',
      placeholder: 'imap.example.com',
      help: '可在邮箱服务商的帮助页面查到。',
    },
    smtpHost: {
      label: '发信服务器（SMTP）',
      placeholder: 'smtp.example.com',
      help: '可在邮箱服务商的帮助页面查到。',
    },
    username: {
      label: '登录名',
      placeholder: '与邮箱地址相同',
      help: '仅当登录名与邮箱地址不同时填写。',
    },
    imapPort: {
      label: '收信端口',
      help: '绝大多数是 993。',
    },
    imapSecurity: {
      label: '收信加密方式',
      help: '按邮箱服务商的建议选择。',
      options: {
        tls: 'TLS（推荐）',
        starttls: 'STARTTLS',
        none: '不加密（仅限自己的内部网络）',
      },
    },
    smtpPort: {
      label: '发信端口',
      help: 'TLS 通常是 465，STARTTLS 通常是 587。',
    },
    smtpSecurity: {
      label: '发信加密方式',
      help: '按邮箱服务商的建议选择。',
      options: {
        tls: 'TLS（推荐）',
        starttls: 'STARTTLS',
        none: '不加密（仅限自己的内部网络）',
      },
    },
    allowSelfSigned: {
      label: '这是我自己的服务器（接受它自签的证书）',
      help: '只用于自己架设的服务器或 Proton Mail Bridge。公共邮箱请不要打开。',
    },
    sentFolder: {
      label: '已发送文件夹',
      placeholder: '自动查找',
      help: '仅当回信被放进错误的文件夹时填写。',
    },
    savesSent: {
      label: '邮箱服务商会自己保存已发送邮件',
      help: '如果每封回信在“已发送”里出现两次，请打开。',
    },
    preset: {
      '126': '126 邮箱需要授权码：在设置里开启 IMAP/SMTP 服务，然后复制授权码。',
      '163': '163 邮箱需要授权码：在设置里开启 IMAP/SMTP 服务，然后复制授权码。',
      gmail: 'Gmail 需要应用专用密码：先开启两步验证，再到“Google 账号 > 安全性 > 应用专用密码”生成。',
      outlook: 'Outlook.com 和 Hotmail 已不允许其他程序用密码登录，连接很可能被拒绝。管理员允许的企业邮箱可以使用。',
      icloud: 'iCloud 需要 App 专用密码，可在 account.apple.com 的“登录与安全”里生成。',
      yahoo: 'Yahoo 需要应用密码，可在“账户安全”里生成。',
      aol: 'AOL 需要应用密码，可在“账户安全”里生成。',
      fastmail: 'Fastmail 需要应用密码，可在“设置 > 隐私与安全”里生成。',
      gmx: '请先在 GMX 设置里开启 POP3 和 IMAP。若启用了双重验证，请生成应用密码。',
      'gmx-com': '请先在 GMX 设置里开启 POP3 和 IMAP。若启用了双重验证，请生成应用密码。',
      'web-de': '请先在 WEB.DE 设置里开启 POP3 和 IMAP。若启用了双重验证，请生成应用密码。',
      zoho: '请在 Zoho Mail 里开启 IMAP。若启用了双重验证，请生成应用密码。欧洲账户请改用 imap.zoho.eu 和 smtp.zoho.eu。',
      yandex: '请在 Yandex 邮箱设置里允许邮件程序，并生成应用密码。',
      'mail-ru': 'Mail.ru 需要外部应用密码，可在安全设置里生成。',
      qq: 'QQ 邮箱需要授权码：在“设置 > 账号”里开启 IMAP/SMTP 服务，然后复制授权码。',
      yeah: 'Yeah 邮箱需要授权码：在设置里开启 IMAP/SMTP 服务，然后复制授权码。',
      aliyun: '请先在阿里云邮箱设置里开启 IMAP。可能需要用安全密码代替登录密码。',
      'aliyun-business': '可能需要管理员开启 IMAP。可能需要用安全密码代替登录密码。',
      exmail: '请在“设置 > 客户端设置”里开启 IMAP/SMTP。若用企业微信登录，请生成客户端专用密码。',
      ionos: '请使用邮箱的密码，而不是 IONOS 合同账户的密码。',
      'ionos-com': '请使用邮箱的密码，而不是 IONOS 合同账户的密码。',
      ovh: '请使用完整邮箱地址和邮箱密码。Exchange 和 Email Pro 账户的服务器不同，请在 OVHcloud 账户里查看。',
      proton: '请先在这台电脑上启动 Proton Mail Bridge，并使用 Bridge 显示的密码，而不是 Proton 账户密码。',
    },
  },
  telegram: {
    botToken: {
      label: '机器人令牌（Token）',
      help: '在 Telegram 里打开 @BotFather 的对话，发送 /newbot 并按提示操作，然后把它发来的最后一条消息粘贴到这里，整条粘贴即可。',
      placeholder: '123456789:AA…',
    },
    apiRoot: {
      label: '服务器地址',
      help: '只有在你自己架设 Bot API 服务器时才需要修改。',
      placeholder: 'https://api.telegram.org',
    },
  },
}
