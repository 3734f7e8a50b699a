import type { Language } from '#contract/settings.ts'

/** What a notice says; how it is said is up to the language. */
export type Told =
  | { about: 'message'; from: string; text: string; messages: number }
  | { about: 'messages'; contacts: number; wasQuiet: boolean }
  | { about: 'waits'; from: string; text: string; minutes: number }
  | { about: 'wait'; contacts: number }
  | { about: 'promise-near' | 'promise-broken'; from: string; by: string }
  | { about: 'promises-near' | 'promises-broken'; contacts: number }
  | { about: 'trial' }

/** Without `from` and what was written when `hide` is on: the screen may be seen by others. */
export function noticeWords(told: Told, language: Language, hide: boolean): { title: string; body: string } {
  return language === 'zh-CN' ? inChinese(told, hide) : inEnglish(told, hide)
}

const customers = (count: number) => (count === 1 ? '1 customer' : `${count} customers`)

function inEnglish(told: Told, hide: boolean): { title: string; body: string } {
  switch (told.about) {
    case 'message': {
      if (hide) return { title: 'New message', body: 'A customer wrote to you.' }
      const many = told.messages > 1 ? `(${told.messages}) ` : ''
      return { title: told.from, body: `${many}${told.text}` }
    }
    case 'messages':
      return {
        title: `${customers(told.contacts)} wrote`,
        body: told.wasQuiet ? 'While your quiet hours were on.' : 'Open Keepdesk to see what they need.',
      }
    case 'waits': {
      const title = hide ? 'A customer is still waiting' : `${told.from} is still waiting`
      const waited = `For ${spanInEnglish(told.minutes)} now.`
      return { title, body: hide || told.text === '' ? waited : `${waited} ${told.text}` }
    }
    case 'wait':
      return { title: `${customers(told.contacts)} still waiting`, body: 'They have been waiting for you for a while.' }
    case 'promise-near':
      return {
        title: `Promised by ${told.by}`,
        body: hide
          ? 'A customer was told to hear from you by then.'
          : `${told.from} was told to hear from you by then.`,
      }
    case 'promise-broken':
      return {
        title: `Promised by ${told.by}, now late`,
        body: hide ? 'A customer is still waiting for you.' : `${told.from} is still waiting for you.`,
      }
    case 'promises-near':
      return { title: 'Promised times are near', body: `${customers(told.contacts)} should hear from you soon.` }
    case 'promises-broken':
      return { title: 'Promised times have passed', body: `${customers(told.contacts)} should have heard from you.` }
    case 'trial':
      return { title: 'Notifications work', body: 'This is how Keepdesk tells you about customers.' }
  }
}

function inChinese(told: Told, hide: boolean): { title: string; body: string } {
  switch (told.about) {
    case 'message': {
      if (hide) return { title: '新消息', body: '有客户给你发来消息。' }
      const many = told.messages > 1 ? `（${told.messages} 条）` : ''
      return { title: told.from, body: `${many}${told.text}` }
    }
    case 'messages':
      return {
        title: `有 ${told.contacts} 位客户发来消息`,
        body: told.wasQuiet ? '在免打扰时段内收到。' : '打开 Keepdesk 看看他们需要什么。',
      }
    case 'waits': {
      const title = hide ? '有客户还在等你' : `${told.from} 还在等你`
      const waited = `已经等了${spanInChinese(told.minutes)}。`
      return { title, body: hide ? waited : `${waited}${told.text}` }
    }
    case 'wait':
      return { title: `有 ${told.contacts} 位客户还在等你`, body: '他们已经等了一段时间。' }
    case 'promise-near':
      return {
        title: `答应在 ${told.by} 前回复`,
        body: hide ? '有客户在等你的答复，时间快到了。' : `${told.from} 在等你的答复，时间快到了。`,
      }
    case 'promise-broken':
      return {
        title: `答应在 ${told.by} 前回复，已经超时`,
        body: hide ? '有客户还在等你。' : `${told.from} 还在等你。`,
      }
    case 'promises-near':
      return { title: '答应的时间快到了', body: `有 ${told.contacts} 位客户在等你的答复。` }
    case 'promises-broken':
      return { title: '答应的时间已经过了', body: `有 ${told.contacts} 位客户还没有等到你的答复。` }
    case 'trial':
      return { title: '通知可以正常显示', body: 'Keepdesk 会这样告诉你客户的消息。' }
  }
}

/** Whole minutes below two hours, then whole hours, then days. */
function spanInEnglish(minutes: number): string {
  if (minutes < 120) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
}

function spanInChinese(minutes: number): string {
  if (minutes < 120) return ` ${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? ` ${hours} 小时` : ` ${Math.floor(hours / 24)} 天`
}
