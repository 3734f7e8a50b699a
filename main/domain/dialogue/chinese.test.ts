import { expect, test } from 'vitest'
import type { Reading } from '#contract/understanding.ts'
import { coreOf } from '#domain/reply/questions.ts'
import { intent, number, reading } from '#main/testing/playbookShop.ts'
import { courseOf } from './course.ts'
import { matterOf } from './matter.ts'
import { asksInGeneral, asksOfOwnOrder, isPersonal } from './personal.ts'
import { withoutRetracted } from './retracted.ts'
import { freshDialogue } from './state.ts'

const chinese = (change: Partial<Reading> = {}) => reading({ language: 'zh', languages: ['zh'], ...change })

test.each([
  '我那把椅子晃得厉害',
  '我这两盏灯不亮',
  '我的椅子少了颗螺丝',
  '上礼拜那单怎么样了',
  '前天拍的还没动静',
  '還沒發嗎',
])('what is bought is theirs, named or only pointed at: %s', text => {
  expect(isPersonal(text, chinese())).toBe(true)
})

test.each(['可以寄到我的城市吗', '送我的礼物能退吗', '我的预算三百块，买哪个', '这把椅子多重', '周末下的单几号寄'])(
  'themselves and what they were given are no purchase of theirs: %s',
  text => {
    expect(isPersonal(text, chinese())).toBe(false)
  },
)

test.each(['退货有什么步骤', '退货手续麻烦吗', '咋退货呀', '灯罩脏了用啥擦'])(
  'how something is done is asked in general: %s',
  text => {
    expect(asksInGeneral(text, chinese())).toBe(true)
  },
)

test.each(['昨天拍的台灯今天能发吗', '前天买的那把椅子寄了没', '我买的灯泡怎么还没寄'])(
  'whether their own thing was sent is asked of their order, whatever the thing makes the models hear: %s',
  text => {
    const heard = chinese({ intents: [intent('price', 0.45)] })
    expect(asksOfOwnOrder(text, heard)).toBe(true)
    expect(courseOf(text, heard, freshDialogue)).toBe('procedure')
  },
)

test.each(['昨天买的台灯今天打折了能退差价吗', '台灯什么时候发新款', '今天下单明天能到吗'])(
  'a price, news, or an order not made yet are no question about how their own order stands: %s',
  text => {
    expect(asksOfOwnOrder(text, chinese({ intents: [intent('price', 0.45)] }))).toBe(false)
  },
)

test.each([
  ['我要退货\n算了不退了\n想问问台灯多重', '想问问台灯多重'],
  ['帮我改地址，哦不对，帮我取消订单', '帮我取消订单'],
  ['单号1001 打错了 是1002', '是1002'],
])('what is taken back does not count any more: %s', (said, counts) => {
  expect(withoutRetracted(said)).toContain(counts)
  expect(withoutRetracted(said)).not.toContain(said.slice(0, 4))
})

test.each(['算了，直接退款吧', '我要退货 算了', '地址不对，帮我改一下', "Never mind, I'd like a lamp"])(
  'nothing is left out where nothing else is said, or nothing was taken back: %s',
  said => {
    expect(withoutRetracted(said)).toBe(said)
  },
)

test('the matter of a message is what was not taken back', () => {
  const harmless = { injection: 0, outOfScope: 0, isShop: true, isHeld: false }
  expect(matterOf('我要退货。算了不退了。台灯多重？', () => harmless).text).toBe('台灯多重？')
})

test('a number named makes it theirs', () => {
  expect(asksInGeneral('1001 怎么退', chinese({ facts: [number('1001')] }))).toBe(false)
})

test.each([
  ['买来送人的 能开收据吗', '能开收据吗'],
  ['家里有小孩，桌角包不包边 怎么选', '桌角包不包边，怎么选'],
])('what is asked is found where blanks stand for commas: %s', (text, core) => {
  expect(coreOf(text)).toBe(core)
})
