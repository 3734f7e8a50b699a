import type { TFunction } from 'i18next'
import type { Hardware, InstalledModel, ModelsState, ModelTransfer, ModelUse } from '#contract/model.ts'
import { formatBytes, formatMemory, formatNumber, formatWait } from '#renderer/i18n/format.ts'
import type { Tone } from '#renderer/ui/tone.ts'
import type { OfferedModel } from './offers.ts'
import type { FileTrouble } from './sendFile.ts'

export interface NowWords {
  title: string
  body: string
  /** A model does it, not what is built in. */
  isModel: boolean
  /** How the model is doing; null where none does it. */
  stage: { name: string; tone: Tone } | null
  /** Why the chosen one does not do it, and what to do about it. */
  trouble: { title: string; why: string } | null
}

const tones = {
  off: 'neutral',
  loading: 'accent',
  ready: 'good',
  resting: 'neutral',
  restarting: 'warning',
} as const

/** Who answers, or who searches, and how it is doing. */
export function nowWords(models: ModelsState, use: ModelUse, t: TFunction, language: string): NowWords {
  const { modelId, stage, problem } = models.engine[use]
  const isWriting = use === 'writing'
  const builtIn = {
    title: t(isWriting ? 'models.now.builtIn' : 'models.now.builtInSearch'),
    body: t(isWriting ? 'models.now.builtInBody' : 'models.now.builtInSearchBody'),
    isModel: false,
    stage: null,
    trouble: null,
  }
  if (modelId === null) return builtIn
  const model = models.installed.find(({ id }) => id === modelId)
  const name = model?.name ?? t('models.now.unknownModel')
  if (stage === 'failed') {
    const why = problem === null ? '' : problemWords(problem, null, t, language)
    return { ...builtIn, trouble: { title: t('models.now.doesNotWork', { name }), why } }
  }
  const calm = isWriting ? promiseWords(model, t, language) : t('models.now.searchesBody')
  return {
    title: t(isWriting ? 'models.now.writes' : 'models.now.searches', { name }),
    body: stage === 'ready' || stage === 'off' ? calm : t(`models.stageBody.${use}.${stage}`),
    isModel: true,
    stage: { name: t(`models.stage.${stage}`), tone: tones[stage] },
    trouble: null,
  }
}

export function promiseWords(model: InstalledModel | undefined, t: TFunction, language: string): string {
  if (!model?.measured) return t('models.promiseUnmeasured')
  return t('models.promise', { time: answerTime(model.measured.answerSeconds, language) })
}

/** Whole seconds, at least one: more would promise what nobody can keep. */
export function answerTime(seconds: number, language: string): string {
  return formatWait(Math.max(1, Math.round(seconds)) * 1000, language)
}

/** What it is and what to do about it. */
export function problemWords(trouble: FileTrouble, neededBytes: number | null, t: TFunction, language: string): string {
  if (trouble === 'lost' || trouble === 'unreadable' || trouble === 'empty') return t(`models.file.${trouble}`)
  const inWords = trouble === 'too-little-memory' ? formatMemory : formatBytes
  const needed = neededBytes === null ? null : t('models.problemNeeds', { needed: inWords(neededBytes, language) })
  return inOne([t(`models.problem.${trouble}.what`), needed, t(`models.problem.${trouble}.todo`)], language)
}

/** Sentences one after the other; Chinese has no space between them. */
function inOne(sentences: readonly (string | null)[], language: string): string {
  return sentences.filter(sentence => sentence !== null).join(language.startsWith('zh') ? '' : ' ')
}

/** `1.2 GB of 2.5 GB · 8.1 MB a second · 3 min left`. */
export function progressWords(
  { receivedBytes, totalBytes, bytesPerSecond, state }: Omit<ModelTransfer, 'id' | 'name'>,
  t: TFunction,
  language: string,
): string {
  const amount = t('models.transfers.amount', {
    received: formatBytes(receivedBytes, language),
    total: formatBytes(totalBytes, language),
  })
  if (state === 'paused') return [amount, t('models.transfers.paused')].join(' · ')
  if (bytesPerSecond === null || bytesPerSecond <= 0) return `${amount} · ${t('models.transfers.connecting')}`
  const left = formatWait(((totalBytes - receivedBytes) / bytesPerSecond) * 1000, language)
  const speed = t('models.transfers.speed', { speed: formatBytes(bytesPerSecond, language) })
  return [amount, speed, t('models.transfers.left', { time: left })].join(' · ')
}

/** Why it fits as it does; the seconds are told where they are known. */
export function fitWords(
  { model, fit, answerSeconds }: OfferedModel,
  hardware: Hardware | null,
  t: TFunction,
  language: string,
): string {
  const reason = t(`models.fitReason.${model.use}.${fit}`, {
    memory: formatMemory(model.memoryBytes, language),
    has: hardware ? formatMemory(hardware.memoryBytes, language) : '?',
  })
  if (answerSeconds === null || model.use === 'searching' || fit === 'too-big') return reason
  return inOne([reason, t('models.catalogue.answers', { time: answerTime(answerSeconds, language) })], language)
}

const NAMED_LANGUAGES = 4

/** The first few, those that Keepdesk's owners read before others; the rest is counted. */
export function languageWords(tags: readonly string[], t: TFunction, language: string): string {
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const owners = [language.slice(0, 2), 'en', 'zh']
  const place = (tag: string) => (owners.includes(tag) ? owners.indexOf(tag) : owners.length)
  const named = tags
    .toSorted((a, b) => place(a) - place(b))
    .slice(0, NAMED_LANGUAGES)
    .map(tag => names.of(tag) ?? tag)
  const more = tags.length - named.length
  if (more === 0) return new Intl.ListFormat(language).format(named)
  const list = named.join(language.startsWith('zh') ? '、' : ', ')
  return t('models.catalogue.moreLanguages', { list, count: more })
}

/** A token is about three quarters of a word. */
const WORDS_PER_TOKEN = 0.75

export function contextWords(tokens: number, t: TFunction, language: string): string {
  const words = Math.round((tokens * WORDS_PER_TOKEN) / 100) * 100
  return t('models.installed.contextWords', { formatted: formatNumber(words, language) })
}
