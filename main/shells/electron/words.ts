import type { Language } from '#contract/settings.ts'

export interface ShellWords {
  app: string
  file: string
  edit: string
  view: string
  window: string
  open: string
  quit: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  selectAll: string
  zoomIn: string
  zoomOut: string
  actualSize: string
  fullScreen: string
  minimize: string
  close: string
  hide: string
  hideOthers: string
  showAll: string
  reload: string
  nobodyWaits: string
  waiting(count: number): string
  trouble: Record<'paused' | 'not-connected', string>
  stillRunningTitle: string
  stillRunningBody: string
  linkQuestion: Record<'web' | 'mail' | 'phone', string>
  linkWarning: string
  linkOpen: string
  cancel: string
  cannotStart: string
  keyProblem: Record<KeyProblem, string>
  failedToStart: string
}

export type KeyProblem = 'no-password-store' | 'key-missing' | 'key-unreadable' | 'password-store-changed'

const en: ShellWords = {
  app: 'Keepdesk',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  open: 'Open Keepdesk',
  quit: 'Quit Keepdesk',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  actualSize: 'Actual Size',
  fullScreen: 'Full Screen',
  minimize: 'Minimize',
  close: 'Close Window',
  hide: 'Hide Keepdesk',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  reload: 'Reload',
  nobodyWaits: 'Nobody is waiting for you',
  waiting: count => (count === 1 ? '1 conversation is waiting for you' : `${count} conversations are waiting for you`),
  trouble: { paused: 'the assistant is paused', 'not-connected': 'a channel is not connected' },
  stillRunningTitle: 'Keepdesk keeps working',
  stillRunningBody:
    'The window is closed, but messages still come in and are answered. To stop, choose Quit in the Keepdesk menu.',
  linkQuestion: {
    web: 'Open this website in your browser?',
    mail: 'Write to this address in your mail program?',
    phone: 'Call this number?',
  },
  linkWarning: 'It came from a message. Keepdesk cannot tell whether it is safe.',
  linkOpen: 'Open',
  cancel: 'Cancel',
  cannotStart: 'Keepdesk cannot start',
  keyProblem: {
    'no-password-store':
      'Keepdesk encrypts your data with a key that this computer must keep safe, but no password store is available ' +
      'here. Turn on GNOME Keyring or KWallet (it usually starts when you log in to the desktop), then start Keepdesk again.',
    'key-missing':
      'Your data is here, but the key file that belongs to it is missing. Nothing was changed. Put the file "key.json" ' +
      'back into the data folder, or restore a backup.',
    'key-unreadable':
      'The password store of this computer could not unlock the key to your data. Nothing was changed. Log in as the ' +
      'same user as before, unlock the password store, then start Keepdesk again.',
    'password-store-changed':
      'The key to your data was kept by another password store than the one this computer uses now. Nothing was ' +
      'changed. Log in to the same desktop as before, then start Keepdesk again.',
  },
  failedToStart: 'Something went wrong while starting. Your data was not changed. The technical reason:',
}

const zh: ShellWords = {
  app: 'Keepdesk',
  file: '文件',
  edit: '编辑',
  view: '显示',
  window: '窗口',
  open: '打开 Keepdesk',
  quit: '退出 Keepdesk',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  zoomIn: '放大',
  zoomOut: '缩小',
  actualSize: '实际大小',
  fullScreen: '全屏',
  minimize: '最小化',
  close: '关闭窗口',
  hide: '隐藏 Keepdesk',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  reload: '重新加载',
  nobodyWaits: '没有人在等你',
  waiting: count => `有 ${count} 个对话在等你`,
  trouble: { paused: '助手已暂停', 'not-connected': '有渠道没有连上' },
  stillRunningTitle: 'Keepdesk 仍在工作',
  stillRunningBody: '窗口已关闭，但消息仍会继续接收和回复。要停止，请在 Keepdesk 菜单中选择“退出”。',
  linkQuestion: {
    web: '要在浏览器中打开这个网站吗？',
    mail: '要用邮件程序给这个地址写信吗？',
    phone: '要拨打这个号码吗？',
  },
  linkWarning: '它来自一条消息。Keepdesk 无法判断它是否安全。',
  linkOpen: '打开',
  cancel: '取消',
  cannotStart: 'Keepdesk 无法启动',
  keyProblem: {
    'no-password-store':
      'Keepdesk 用一把密钥加密你的数据，这把密钥要由本机妥善保管，但这里没有可用的密码库。请启用 GNOME Keyring 或 ' +
      'KWallet（通常在登录桌面时启动），然后重新启动 Keepdesk。',
    'key-missing':
      '你的数据还在，但对应的密钥文件不见了。没有改动任何内容。请把文件“key.json”放回数据文件夹，或恢复备份。',
    'key-unreadable':
      '本机的密码库无法解锁你数据的密钥。没有改动任何内容。请用原来的用户登录并解锁密码库，然后重新启动 Keepdesk。',
    'password-store-changed':
      '你数据的密钥由另一个密码库保管，与本机现在使用的不同。没有改动任何内容。请登录原来的桌面环境，然后重新启动 Keepdesk。',
  },
  failedToStart: '启动时出了问题。你的数据没有被改动。技术原因：',
}

export function wordsFor(language: Language): ShellWords {
  return language === 'zh-CN' ? zh : en
}

/** The language of the computer, where we speak it. */
export function languageOfLocale(locale: string): Language {
  return /^zh\b/i.test(locale.replace('_', '-')) ? 'zh-CN' : 'en'
}
