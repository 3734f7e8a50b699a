import { describe, expect, test } from 'vitest'
import { intents } from '#domain/understanding/intents.ts'
import { emptyReport, sampleReport } from '#main/testing/sampleReport.ts'
import { intent as intentEn } from '../../renderer/i18n/en/intent.ts'
import { intent as intentZh } from '../../renderer/i18n/zh/intent.ts'
import { createMasking } from './masking.ts'
import { maskedReport } from './maskedReport.ts'
import { reportHtml } from './reportHtml.ts'
import { topicName } from './topicNames.ts'

const english = { language: 'en', personalData: true } as const

describe('the page of a report', () => {
  test('loads nothing and runs nothing, and what the shop and its customers wrote is only ever text', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const [question] = sampleReport().unanswered
    if (!question) throw new Error('no question')
    const page = reportHtml(
      sampleReport({
        shopName: hostile,
        topics: [{ topic: `own:${hostile}`, conversations: 3, before: 1, handedOver: 0 }],
        channels: [{ channelId: 'c', kind: 'email', name: hostile, conversations: 3, before: null, messages: 3 }],
        unanswered: [{ ...question, question: hostile }],
        value: [{ code: hostile, count: 1, money: [{ currency: hostile, minor: 1 }] }],
      }),
      english,
    )
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(page).not.toMatch(/<script|<img|<link|<iframe|<a |src="|href=|@import|https?:/)
    expect(page).toContain('&lt;script&gt;alert(1)')
  })

  test('a change says whether it is better, in words', () => {
    const page = reportHtml(sampleReport(), english)
    expect(page).toMatch(/First reply after<\/dt>.{0,200}▼ 12% better/s)
    expect(page).toMatch(/Conversations<\/dt>.{0,200}▼ 12% · <span/s)
  })

  test('a report of nothing has no holes and no numbers that are none', () => {
    const page = reportHtml(emptyReport(), english)
    expect(page).toContain('Nobody wrote in this period.')
    const quiet = reportHtml({ ...emptyReport(), totals: { ...emptyReport().totals, messagesReceived: 1 } }, english)
    for (const one of [page, quiet]) expect(one).not.toMatch(/NaN|undefined|Infinity|null/)
  })

  test('speaks Chinese where the owner does, and leaves fonts that have it', () => {
    const page = reportHtml(sampleReport(), { language: 'zh-CN', personalData: false })
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('2026年3月1日 – 2026年3月31日')
    expect(page).toContain('我的订单到哪了')
    expect(page).toContain('姓名、地址等个人信息已隐去')
    expect(page).toContain('Noto Sans CJK SC')
  })
})

test('without personal data a report has marks in its questions, examples and names of channels', () => {
  const masking = createMasking(true, 'en', [])
  const masked = maskedReport(sampleReport(), masking)
  expect(masked.unanswered[0]?.question).toContain('[email]')
  expect(masked.unanswered[0]?.examples[0]?.text).toContain('[phone]')
  expect(JSON.stringify(masked)).not.toContain('ann@example.com')
  expect(maskedReport(sampleReport(), createMasking(false, 'en', []))).toEqual(sampleReport())
})

test('a name is taken out whatever its capitals, and never with the words around it', () => {
  const { text, contact, file, address } = createMasking(true, 'zh-CN', [])
  const person = { names: ['Annika', '张伟'], addresses: ['tg4711'] }
  expect(text('Regards, ANNIKA (tg4711)', person)).toBe('Regards, [name] ([address])')
  expect(text('我是张伟，谢谢', person)).not.toContain('张伟')
  expect(text('İİ Annika', person)).not.toContain('Annika')
  expect(contact(12, 'Annika')).toBe('联系人 12')
  expect([file('Annika Berg.PDF'), file('no ending'), address('a@b.test')]).toEqual(['文件.pdf', '文件', ''])
})

test('topics are called in a file as they are on the screen', () => {
  for (const { id } of intents) {
    expect(topicName(id, 'en')).toBe(intentEn[id].name)
    expect(topicName(id, 'zh-CN')).toBe(intentZh[id].name)
  }
  expect(topicName('own:Wedding cups', 'en')).toBe('Wedding cups')
})

test('the end of a very long text is masked like its beginning, also who was named in between', () => {
  const filler = 'The lamp is still on its way and I would like to know when it comes. '.repeat(200)
  const long = `I live at 12 Long Street, Springfield. My name is Xaveria Quandt. ${filler}\nMail me: x@example.org, 98 Short Road, Springfield. Xaveria Quandt`
  const masked = createMasking(true, 'en', []).text(long, { names: [], addresses: [] })
  expect(masked).not.toMatch(/Xaveria|Quandt|example\.org|Long Street|Short Road/u)
  expect(masked.length).toBeGreaterThan(filler.length)
})
