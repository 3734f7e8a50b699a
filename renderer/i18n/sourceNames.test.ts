import { expect, test } from 'vitest'
import { sourceNames } from '#renderer/ui/answer/sourceNames.ts'
import { i18n, loadLanguage } from './index.ts'

await loadLanguage('zh-CN')

test('entries, records and procedures are told by the names the owner knows them by', () => {
  const answer = {
    citations: [{ entryId: 'e1', entry: 'ship', sourceName: 'faq.csv', question: 'How long?', quote: 'Two days.' }],
    evidence: [{ kind: 'order', ref: 'HP-20524', field: 'status', value: 'shipped' } as const],
    playbook: { id: 'order-status', names: { en: 'Where is my order', zh: '查订单' }, stepId: 'tell', path: [] },
  }
  expect([...sourceNames(answer, i18n.getFixedT('zh-CN'), 'zh-CN')]).toEqual([
    ['order-status', '查订单'],
    ['HP-20524', '订单 HP-20524'],
    ['ship', 'faq.csv · How long?'],
  ])
})
