import { beforeAll, expect, test } from 'vitest'
import { numberSubjects, wordSubjects } from '#domain/playbook/conditions.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { conditionWords, conditionsWords, wayWords } from './conditionWords.ts'

beforeAll(() => setLanguage('en'))

const status = { about: 'order.status', comparison: 'one of' as const, values: ['shipped', 'delivered'] }
const days = { about: 'days since delivery', comparison: 'above' as const, values: ['30'] }

test('a condition is said in words, in both languages', async () => {
  expect(conditionWords(status)).toBe('the order is: on its way or delivered')
  expect(conditionWords(days)).toBe('more than 30 days since delivery')
  expect(conditionWords({ about: 'days until expected', comparison: 'below', values: ['0'] })).toBe(
    'it should have arrived',
  )
  expect(conditionWords({ about: 'photo', comparison: 'one of', values: ['yes'] })).toBe('there is a photo')
  await setLanguage('zh-CN')
  expect(conditionWords(days)).toBe('送达超过 30 天')
  expect(conditionsWords([status, days])).not.toMatch(/[a-z]/i)
  await setLanguage('en')
})

test('several ways to one step are said one after the other', () => {
  const cases = [[{ about: 'photo', comparison: 'one of' as const, values: ['yes'] }]]
  expect(wayWords({ from: 'a', to: 'b', label: 'else', cases })).toBe('there is a photo / else')
  expect(wayWords({ from: 'a', to: 'b', label: '' })).toBe('')
})

test.each(['en', 'zh-CN'] as const)(
  'in %s every condition a procedure may hold has words of its own',
  async language => {
    await setLanguage(language)
    const words = Object.entries(wordSubjects).flatMap(([about, values]) =>
      (values ?? ['blue']).map(value => ({ about, comparison: 'one of' as const, values: [value] })),
    )
    const numbers = numberSubjects.flatMap(about => [
      { about, comparison: 'unknown' as const, values: [] },
      { about, comparison: 'at most' as const, values: ['7'] },
    ])
    const wordless = [...words, ...numbers].filter(condition => {
      const said = conditionWords(condition)
      const isRaw = said === condition.about || said.startsWith(`${condition.about} `)
      return isRaw || (language === 'zh-CN' && condition.about !== 'choice' && /[a-z]/i.test(said))
    })
    expect(wordless).toEqual([])
    await setLanguage('en')
  },
)
