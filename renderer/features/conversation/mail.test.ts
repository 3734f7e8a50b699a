import { expect, test } from 'vitest'
import { frameDocument } from './mailFrame.ts'
import { distinctLinks, mailLink } from './mailLinks.ts'
import { contentIdOf, safePicture } from './mailPictures.ts'
import { mailProfile } from './mailProfile.ts'

const png = 'data:image/png;base64,iVBORw0KGgo='
const pictures = new Map([['logo@shop', png]])

test('a picture shows only from the mail itself', () => {
  expect(safePicture(png, pictures)).toBe(png)
  expect(safePicture('cid:logo@shop', pictures)).toBe(png)
  expect(safePicture('CID:logo%40shop', pictures)).toBe(png)
  expect(safePicture('cid:unknown', pictures)).toBeNull()
})

test('nothing that would load or run passes as a picture', () => {
  const hostile = [
    'https://tracker.example/p.gif',
    '//tracker.example/p.gif',
    'http://127.0.0.1:1/x.png',
    'data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/png,<svg onload=alert(1)>',
    'data:image/png;base64,AAAA" onerror="alert(1)',
    'javascript:alert(1)',
    'blob:http://127.0.0.1/1',
    'file:///etc/passwd',
    '',
  ]
  expect(hostile.map(src => safePicture(src, pictures))).toEqual(hostile.map(() => null))
})

test('content ids match however they are written', () => {
  expect(contentIdOf('<a%20b@x>')).toBe('a b@x')
  expect(contentIdOf('100%@x')).toBe('100%@x')
})

test('a link names the host it really leads to, also when its text names another', () => {
  expect(mailLink('https://evil.example/login', 'www.mybank.com')).toEqual({
    text: 'www.mybank.com',
    url: 'https://evil.example/login',
    target: 'evil.example',
  })
  expect(mailLink('https://mybank.com@evil.example/', 'x')?.target).toBe('evil.example')
  expect(mailLink('https://аpple.com/', 'apple.com')?.target).toBe('xn--pple-43d.com')
  expect(mailLink('mailto:a@b.example?subject=x', 'mail')?.target).toBe('a@b.example')
})

test('what is no link to follow is left out, and the same link is listed once', () => {
  expect(mailLink('javascript:alert(1)', 'x')).toBeNull()
  expect(mailLink('data:text/html,x', 'x')).toBeNull()
  expect(mailLink('/relative', 'x')).toBeNull()
  const link = mailLink('https://a.example/', 'A')
  expect(distinctLinks(link ? [link, link] : [])).toHaveLength(1)
})

test('the profile forbids everything that loads, acts or asks for input', () => {
  const tags = [
    'style',
    'form',
    'input',
    'button',
    'base',
    'meta',
    'link',
    'noscript',
    'iframe',
    'object',
    'embed',
    'video',
    'audio',
    'source',
    'picture',
    'svg',
    'math',
  ]
  expect(mailProfile.FORBID_TAGS).toEqual(expect.arrayContaining(tags))
  expect(mailProfile.FORBID_ATTR).toEqual(
    expect.arrayContaining(['style', 'srcset', 'background', 'ping', 'formaction']),
  )
})

test('an address that runs something is no address, and a plain value is none either', () => {
  const passes = (value: string) => mailProfile.ALLOWED_URI_REGEXP.test(value)
  expect(['https://a.example', 'mailto:a@b.example', 'cid:x@y', '520', '#f4f0e6', 'center'].every(passes)).toBe(true)
  expect(['javascript:x', 'JAVASCRIPT:x', 'data:text/html,x', 'vbscript:x', 'blob:x', 'file:///x'].some(passes)).toBe(
    false,
  )
})

test('the frame carries its own ban on loading before any word of the mail', () => {
  const page = frameDocument('<p>Hello</p>')
  expect(page.indexOf("default-src 'none'; img-src data:; style-src 'unsafe-inline'")).toBeGreaterThan(0)
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('Hello'))
})
