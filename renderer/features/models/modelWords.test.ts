import { expect, test } from 'vitest'
import type { ModelsState } from '#contract/model.ts'
import { modelProblemSchema } from '#contract/model.ts'
import { i18n, loadLanguage, setLanguage } from '#renderer/i18n/index.ts'
import { answerTime, languageWords, nowWords, problemWords, progressWords } from './modelWords.ts'

await setLanguage('en')
await loadLanguage('zh-CN')
const { t } = i18n
const chinese = i18n.getFixedT('zh-CN')
const off = { modelId: null, stage: 'off', problem: null, gpuFailed: false } as const

function stateWith(engine: Partial<ModelsState['engine']['writing']>): ModelsState {
  return {
    installed: [
      {
        id: 'm1',
        catalogueId: null,
        name: 'Qwen',
        use: 'writing',
        bytes: 1,
        sha256: '',
        architecture: '',
        parameters: null,
        quantization: null,
        contextTokens: null,
        installedAt: new Date(0),
        inUse: true,
        measured: { answerSeconds: 4.3, replyTokensPerSecond: 20 },
        problem: null,
      },
    ],
    transfers: [],
    engine: { writing: { ...off, ...engine }, searching: off },
  }
}

test('the page says who really answers, also while the chosen model cannot', () => {
  const says = (engine: Partial<ModelsState['engine']['writing']>) => nowWords(stateWith(engine), 'writing', t, 'en')
  expect(says({})).toMatchObject({ title: 'The built-in assistant answers', isModel: false })
  expect(says({ modelId: 'm1', stage: 'ready' })).toMatchObject({
    title: 'Qwen writes your answers',
    body: 'A typical answer takes about 4 sec on this computer.',
    isModel: true,
  })
  expect(says({ modelId: 'm1', stage: 'restarting' }).body).toContain('Until then the built-in assistant answers')
  const failed = says({ modelId: 'm1', stage: 'failed', problem: 'crashed' })
  expect(failed).toMatchObject({ title: 'The built-in assistant answers', trouble: { title: 'Qwen does not work.' } })
  expect(failed.trouble?.why).toContain('stopped working')
})

test('every problem is told with a way out, in both languages', () => {
  for (const problem of modelProblemSchema.options) {
    expect(problemWords(problem, null, t, 'en')).toMatch(/^[A-Z].+\. .+\.$/)
    expect(problemWords(problem, null, chinese, 'zh-CN')).toMatch(/^[^a-z.]*.+。.+。$/)
  }
})

test('what is needed is told in the size people know it by', () => {
  expect(problemWords('too-little-memory', 8 * 2 ** 30, t, 'en')).toContain('8 GB are needed.')
  expect(problemWords('disk-full', 5_030_000_000, t, 'en')).toContain('5 GB are needed.')
})

test('a download tells bytes, speed and time left, and promises no time while nothing comes', () => {
  const running = { kind: 'download', catalogueId: null, problem: null, state: 'running' } as const
  const amounts = { receivedBytes: 1_000_000_000, totalBytes: 2_500_000_000 }
  expect(progressWords({ ...running, ...amounts, bytesPerSecond: 10_000_000 }, t, 'en')).toBe(
    '1 GB of 2.5 GB · 10 MB a second · 3 min left',
  )
  expect(progressWords({ ...running, ...amounts, bytesPerSecond: null }, t, 'en')).toBe('1 GB of 2.5 GB · Connecting…')
})

test('no answer is promised in less than a second', () => {
  expect(answerTime(0.2, 'en')).toBe('1 sec')
})

test('many languages are told by the first few, the owner’s own before all, and how many more there are', () => {
  expect(languageWords(['zh', 'en'], t, 'en')).toBe('English and Chinese')
  expect(languageWords(['en', 'de', 'fr', 'es', 'pt', 'zh'], chinese, 'zh-CN')).toBe(
    '中文、英语、德语、法语等，另有 2 种语言',
  )
})
