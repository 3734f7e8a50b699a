import { expect, test } from 'vitest'
import { applicationMenu } from './menu.ts'
import { readOptions } from './options.ts'
import { languageOfLocale, wordsFor } from './words.ts'

const folders = { appData: '/home/ann/.config', working: '/home/ann/shop' }

test.each([
  [[], '/home/ann/.config/Keepdesk/shop', false],
  [['--demo'], '/home/ann/.config/Keepdesk/demo', true],
  [['.', '--data-dir', 'mine', '--demo'], '/home/ann/shop/mine', true],
  [['--data-dir=/srv/shop'], '/srv/shop', false],
  [['--no-sandbox', '--type=x'], '/home/ann/.config/Keepdesk/shop', false],
])('the arguments %j mean the folder %s', (argv, dataFolder, demo) => {
  expect(readOptions(argv, folders)).toMatchObject({ dataFolder, demo })
})

test('a folder switch without a folder is not taken for one', () => {
  expect(() => readOptions(['--data-dir'], folders)).toThrow('--data-dir')
  expect(() => readOptions(['--data-dir', '--demo'], folders)).toThrow('--data-dir')
})

test.each([
  ['zh', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['zh_TW', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['en-US', 'en'],
  ['de', 'en'],
  ['zha', 'en'],
  ['', 'en'],
])('a computer that speaks %j gets %s', (locale, language) => expect(languageOfLocale(locale)).toBe(language))

test('every sentence exists in both languages, and none is left in English', () => {
  const flat = (words: object): [string, string][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? flat(value as object).map(([inner, text]): [string, string] => [`${key}.${inner}`, text])
        : [[key, typeof value === 'function' ? String(value(3)) : String(value)] as [string, string]],
    )
  const english = new Map(flat(wordsFor('en')))
  const chinese = new Map(flat(wordsFor('zh-CN')))
  expect([...chinese.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  const untranslated = [...chinese].filter(([key, text]) => key !== 'app' && !/\p{Script=Han}/u.test(text))
  expect(untranslated).toEqual([])
})

test('quitting is in the Keepdesk menu on a Mac and in the file menu elsewhere', () => {
  const has = (os: NodeJS.Platform) => {
    const menu = applicationMenu(
      wordsFor('en'),
      { os, packaged: true },
      { open: () => undefined, quit: () => undefined },
    )
    return menu
      .filter(({ submenu }) => Array.isArray(submenu) && submenu.some(item => item.label === 'Quit Keepdesk'))
      .map(({ label }) => label)
  }
  expect(has('darwin')).toEqual(['Keepdesk'])
  expect(has('win32')).toEqual(['File'])
})
