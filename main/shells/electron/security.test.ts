import { describe, expect, test } from 'vitest'
import { externalLink, isTrustedSender, mayFrameNavigate, mayNavigate, mayRequest, mayUse } from './security.ts'

/** Ways in which a page, a mail or a customer could try to lead the window away. */
const foreign = [
  'https://example.com/',
  'http://example.com/',
  'http://127.0.0.1:8080/',
  'http://localhost/',
  'https://keepdesk/index.html',
  'https://app://keepdesk/index.html',
  'app://keepdesk.example.com/index.html',
  'app://example.com/index.html',
  'app://keepdesk@example.com/index.html',
  'app://user@keepdesk/index.html',
  'app://user:secret@keepdesk/index.html',
  'app://keepdesk:8080/index.html',
  'app://KEEPDESK.evil/index.html',
  'app:///index.html',
  'app:keepdesk/index.html',
  'app2://keepdesk/index.html',
  'xapp://keepdesk/index.html',
  'app://keepdesk%2eevil/index.html',
  'app://kеepdesk/index.html', // the first e is Cyrillic
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'blob:app://keepdesk/2b0c7b1e',
  'blob:https://example.com/2b0c7b1e',
  'blob:null/2b0c7b1e',
  'filesystem:app://keepdesk/temporary/x.html',
  'file:///etc/passwd',
  'file://server/share/x.html',
  'file:///C:/Windows/System32/calc.exe',
  'about:blank',
  'about:srcdoc',
  'chrome://settings',
  'chrome-extension://abcdef/index.html',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://keepdesk/index.html',
  'ws://example.com/',
  'wss://example.com/',
  'ftp://example.com/',
  'intent://scan/#Intent;scheme=zxing;end',
  'ms-msdt:/id PCWDiagnostic',
  'mailto:a@example.com',
  'tel:+4912345',
  '//example.com/index.html',
  '/index.html',
  '\\\\server\\share',
  '',
  ' ',
  'not an address',
]

describe('the window', () => {
  test.each(foreign)('does not go to %j', address => expect(mayNavigate(address)).toBe(false))

  test.each(['app://keepdesk/index.html', 'app://keepdesk/index.html#/inbox/1', 'app://keepdesk/index.html?x=1'])(
    'stays on its own page %j',
    address => expect(mayNavigate(address)).toBe(true),
  )

  test('does not navigate to another of its own files, which would be shown without the page around it', () => {
    expect(mayNavigate('app://keepdesk/assets/index.js')).toBe(false)
  })

  test('lets a frame hold only the document it was given', () => {
    expect(mayFrameNavigate('about:srcdoc', false)).toBe(true)
    expect(mayFrameNavigate('about:blank', false)).toBe(true)
    const elsewhere = [...foreign, 'app://keepdesk/index.html'].filter(address => !address.startsWith('about:'))
    expect(elsewhere.filter(address => mayFrameNavigate(address, false))).toEqual([])
  })

  test('does not become empty: a blank main page has no rules of ours', () => {
    expect(mayFrameNavigate('about:blank', true)).toBe(false)
  })
})

describe('loading', () => {
  const mayLoad = foreign.filter(mayRequest)
  test('reaches nothing outside: of the foreign addresses only data and our own blobs remain', () => {
    expect(mayLoad).toEqual([
      'data:text/html,<script>alert(1)</script>',
      'data:text/html;base64,PHNjcmlwdD4=',
      'blob:app://keepdesk/2b0c7b1e',
    ])
  })
})

describe('permissions', () => {
  const asked = [
    'clipboard-read',
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'local-fonts',
    'local-network-access',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'openExternal',
    'persistent-storage',
    'pointerLock',
    'serial',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'usb',
    'window-management',
    'unknown',
    'something-invented-next-year',
  ]
  test.each(asked)('%s is refused to our own page', name => expect(mayUse(name, 'app://keepdesk/', true)).toBe(false))

  test('copying and notices are for the main frame of our page only', () => {
    for (const name of ['clipboard-sanitized-write', 'notifications']) {
      expect(mayUse(name, 'app://keepdesk/', true)).toBe(true)
      expect(mayUse(name, 'app://keepdesk/', false)).toBe(false)
      expect(mayUse(name, 'https://example.com/', true)).toBe(false)
      expect(mayUse(name, '', true)).toBe(false)
    }
  })
})

describe('links to the outside', () => {
  test.each([
    ['https://example.com/a?b=1#c', { kind: 'web', address: 'https://example.com/a?b=1#c', shown: 'example.com' }],
    ['HTTPS://EXAMPLE.com', { kind: 'web', address: 'https://example.com/', shown: 'example.com' }],
    ['https://example.com:8443/', { kind: 'web', address: 'https://example.com:8443/', shown: 'example.com:8443' }],
    ['https://аррӏе.com/', { kind: 'web', address: 'https://xn--80ak6aa92e.com/', shown: 'xn--80ak6aa92e.com' }],
    [
      'https://例子.中国/',
      { kind: 'web', address: 'https://xn--fsqu00a.xn--fiqs8s/', shown: 'xn--fsqu00a.xn--fiqs8s' },
    ],
    ['mailto:ann@example.com', { kind: 'mail', address: 'mailto:ann@example.com', shown: 'ann@example.com' }],
    [
      'mailto:ann@example.com?subject=x&attach=/etc/passwd',
      { kind: 'mail', address: 'mailto:ann@example.com', shown: 'ann@example.com' },
    ],
    ['tel:+49 (30) 123-456', { kind: 'phone', address: 'tel:+4930123456', shown: '+4930123456' }],
  ])('%s is offered as what it really is', (address, link) => expect(externalLink(address)).toEqual(link))

  test('nothing else is ever handed to the computer', () => {
    const refused = [
      ...foreign.filter(address => !/^(https:\/\/(example|keepdesk|app)|mailto|tel)/.test(address)),
      'https://example.com@evil.example/',
      'https://user:secret@example.com/',
      'mailto:',
      'mailto:a@b.example,c@d.example',
      'mailto:%',
      'mailto:a%0d%0abcc%3Ax@y.example',
      'tel:*#06#',
      'tel:12',
      'smb://server/share',
      'steam://run/1',
      'search-ms:query=x',
    ]
    expect(refused.filter(address => externalLink(address) !== null)).toEqual([])
  })
})

describe('who may connect', () => {
  const main = { origin: 'app://keepdesk', parent: null }
  test.each([
    ['our window', { sender: { id: 7 }, senderFrame: main }, 7, true],
    ['a frame inside our page', { sender: { id: 7 }, senderFrame: { ...main, parent: main } }, 7, false],
    [
      'a page from elsewhere',
      { sender: { id: 7 }, senderFrame: { origin: 'https://x.example', parent: null } },
      7,
      false,
    ],
    ['a page without an origin', { sender: { id: 7 }, senderFrame: { origin: 'null', parent: null } }, 7, false],
    ['another window', { sender: { id: 8 }, senderFrame: main }, 7, false],
    ['a frame that is gone', { sender: { id: 7 }, senderFrame: null }, 7, false],
    ['anybody while our window is closed', { sender: { id: 7 }, senderFrame: main }, null, false],
  ])('%s', (_who, event, ownId, trusted) => expect(isTrustedSender(event, ownId)).toBe(trusted))
})
