import { beforeEach, expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import { askingFailed, emptyTryout, showAnswer, startAsking, typeQuestion, useTryout } from './tryoutStore.ts'

const answer: Answer = {
  id: '1',
  messageId: null,
  createdAt: new Date(0),
  question: 'Hours?',
  action: 'reply',
  reply: 'From nine.',
  citations: [],
  candidates: [],
  confidence: 0.9,
  threshold: 0.6,
  grounded: true,
  language: 'en',
  handoffReason: null,
  steps: [],
  reading: null,
  playbook: null,
  evidence: [],
  topic: null,
  codeFor: null,
  assistant: 'built-in',
  writing: null,
  ms: 3,
}

beforeEach(() => useTryout.setState(emptyTryout, true))

test('a suggested question lands in the box, so that it can be changed and asked again', () => {
  startAsking('Hours?')
  expect(useTryout.getState()).toMatchObject({ question: 'Hours?', status: 'asking' })
})

test('typing the next question keeps the last answer in view', () => {
  showAnswer(answer)
  typeQuestion('And on Sunday?')
  expect(useTryout.getState()).toMatchObject({ status: 'answered', answer: { reply: 'From nine.' } })
})

test('when asking fails, no old answer stands beside the new question', () => {
  showAnswer(answer)
  startAsking('And on Sunday?')
  askingFailed()
  expect(useTryout.getState()).toMatchObject({ status: 'failed', answer: null })
})
