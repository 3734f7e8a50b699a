import { familyNames } from '#domain/privacy/names/family.ts'
import { givenNames } from '#domain/privacy/names/given.ts'
import type { WritingLanguage } from './examples.ts'
import type { Random } from './random.ts'

const given = givenNames.trim().split(/\s+/u)
const family = familyNames.trim().split(/\s+/u)
const chineseFamily = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗')
const chineseGiven = '伟 芳 娜 敏 静 磊 洋 艳 勇 杰 婷 子涵 雨萱 浩然 欣怡 建国 秀英 小明 晓红 志强 佳慧 文博'.split(
  ' ',
)
const chineseForms = ['女士', '先生', '小姐', '同学']
const greetings: Readonly<Record<WritingLanguage, readonly string[]>> = {
  en: ['Hello,', 'Hi,', 'Hi there,', 'Dear Sir or Madam,', 'Good evening,', 'Hello Tea & Co,', ''],
  zh: ['您好，', '你好：', '客服你好，', '老板好，', ''],
}
const farewells: Readonly<Record<WritingLanguage, readonly string[]>> = {
  en: ['', '', 'Thanks,', 'Best regards', 'Kind regards,', 'Many thanks', 'Cheers', 'Sent from my phone'],
  zh: ['', '', '谢谢', '谢谢！', '此致', '祝好', '来自我的手机'],
}

/** What stands around the matter of a mail. */
export const courtesies: readonly string[] = [greetings, farewells]
  .flatMap(kinds => [...kinds.en, ...kinds.zh])
  .filter(text => text !== '')

/** A customer's name as it stands under a message. */
export function nameOf(language: WritingLanguage, random: Random): string {
  if (language === 'zh') {
    const name = pick(chineseFamily, random)
    return random.below(3) === 0 ? name + pick(chineseForms, random) : name + pick(chineseGiven, random)
  }
  const first = capital(pick(given, random))
  return random.below(2) === 0 ? first : `${first} ${capital(pick(family, random))}`
}

/** The same text as a mail: greeting, the matter, farewell and name on lines of their own. */
export function asMail(text: string, language: WritingLanguage, random: Random): string {
  const lines = [
    pick(greetings[language], random),
    text,
    '',
    pick(farewells[language], random),
    nameOf(language, random),
  ]
  return lines.join('\n').trim()
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function pick(choices: readonly string[], random: Random): string {
  return choices[random.below(choices.length)] ?? ''
}
