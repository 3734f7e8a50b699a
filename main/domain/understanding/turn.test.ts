import { expect, test } from 'vitest'
import { joinTurn, type TurnMessage } from './turn.ts'

const at = (minute: number) => new Date(2026, 10, 23, 10, minute)
const contact = (text: string, minute: number): TurnMessage => ({ author: 'contact', text, at: at(minute) })

test('messages one after the other become one turn in their order, greetings left out', () => {
  expect(joinTurn([contact('Hi', 0), contact('my lamp is broken', 1), contact('order 10023', 2)])).toEqual({
    text: 'my lamp is broken\norder 10023',
    from: 0,
  })
})

test('only what nobody has answered belongs to the turn', () => {
  const messages: TurnMessage[] = [
    contact('where is my order', 0),
    { author: 'assistant', text: 'Which one?', at: at(1) },
    contact('10023', 2),
  ]
  expect(joinTurn(messages)).toEqual({ text: '10023', from: 2 })
})

test('after a long pause it is another turn', () => {
  expect(joinTurn([contact('where is my order', 0), contact('do you sell lamps?', 30)])).toEqual({
    text: 'do you sell lamps?',
    from: 1,
  })
})

test('nothing but courtesy stays courtesy', () => {
  expect(joinTurn([contact('hello', 0), contact('你好', 1)]).text).toBe('hello\n你好')
})

test('a yes before the question is kept', () => {
  expect(joinTurn([contact('ok', 0), contact('and when will it come?', 1)]).text).toBe('ok\nand when will it come?')
})

test('a message that was sent twice counts once', () => {
  expect(joinTurn([contact('where is it', 0), contact('where is it', 0)]).text).toBe('where is it')
})
