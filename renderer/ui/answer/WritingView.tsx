import { Check, Sparkles, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Replay, Writing } from '#contract/assistant.ts'
import type { AnswerWords } from '#renderer/lib/answerWords.ts'
import { WriteAgain } from './WriteAgain.tsx'

export interface WritingViewProps {
  writing: Writing
  /** What the names of sources stand for: "faq.csv · How long does delivery take?". */
  sourceNames: ReadonlyMap<string, string>
  words: AnswerWords
  /** Left out where there is nothing kept to write from. */
  onWriteAgain?: (() => Promise<Replay>) | undefined
}

/** Enough to tell two files apart at a glance. */
const SHORT_HASH = 8

/** Which model wrote it, how long it took, and what became of each of its sentences. */
export function WritingView({ writing, sourceNames, words, onWriteAgain }: WritingViewProps) {
  const { t } = useTranslation()
  const { model, sentences, used, ms, prompt } = writing
  const leftOut = sentences.filter(({ problem }) => problem !== null).length
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-start gap-2">
        <Sparkles aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
        <span className="min-w-0 wrap-anywhere">
          <bdi className="font-medium text-ink">{model.name}</bdi>{' '}
          <span className="text-sm text-ink-faint">
            <code className="font-mono text-xs">{model.sha256.slice(0, SHORT_HASH)}</code>
            {' · '}
            {t('answer.writing.took', { time: words.seconds(ms) })}
          </span>
          <span className="block text-ink-soft">
            {used === 'partly' ? t('answer.writing.partly', { count: leftOut }) : t(`answer.writing.${used}`)}
          </span>
        </span>
      </p>
      <ul aria-label={t('answer.writing.sentences')} className="flex flex-col gap-1.5">
        {sentences.map((sentence, position) => (
          <SentenceRow
            key={`${position}-${sentence.text}`}
            sentence={sentence}
            sourceNames={sourceNames}
            words={words}
          />
        ))}
      </ul>
      <details className="text-sm text-ink-soft">
        <summary className="w-fit cursor-pointer rounded-sm text-ink-faint hover:text-ink">
          {t('answer.writing.details')}
        </summary>
        <dl className="mt-1.5 grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-4 gap-y-1">
          <Detail term={t('answer.writing.instructions')}>
            <bdi>{prompt}</bdi>
          </Detail>
          <Detail term={t('answer.writing.fingerprint')}>
            <bdi className="font-mono text-xs select-all wrap-anywhere">{model.sha256}</bdi>
          </Detail>
          <Detail term={t('answer.writing.settings')}>
            {t('answer.writing.settingsText', {
              temperature: words.number(writing.temperature),
              seed: writing.seed,
              maxTokens: words.number(writing.maxTokens),
            })}
          </Detail>
          <Detail term={t('answer.writing.given')}>
            <div
              dir="auto"
              tabIndex={0}
              role="region"
              aria-label={t('answer.writing.given')}
              className="max-h-60 overflow-y-auto rounded-md bg-sunken px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap"
            >
              {writing.input}
            </div>
          </Detail>
        </dl>
        {onWriteAgain && (
          <div className="mt-2.5">
            <WriteAgain onWriteAgain={onWriteAgain} />
          </div>
        )}
      </details>
    </div>
  )
}

interface SentenceRowProps extends Pick<WritingViewProps, 'sourceNames' | 'words'> {
  sentence: Writing['sentences'][number]
}

function SentenceRow({ sentence, sourceNames, words }: SentenceRowProps) {
  const { t } = useTranslation()
  const { text, sources, problem } = sentence
  return (
    <li className="flex items-start gap-2">
      {problem === null ? (
        <Check role="img" aria-label={t('answer.writing.kept')} className="mt-0.5 size-3.5 shrink-0 text-good-ink" />
      ) : (
        <X role="img" aria-label={t('answer.writing.leftOut')} className="mt-0.5 size-3.5 shrink-0 text-warning-ink" />
      )}
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p dir="auto" className={problem === null ? 'text-ink' : 'text-ink-faint line-through'}>
          {text}
        </p>
        {problem !== null && (
          <p className="text-sm text-warning-ink">{t('answer.writing.because', { reason: words.leftOut(problem) })}</p>
        )}
        {problem === null && sources.length > 0 && (
          <ul aria-label={t('answer.writing.sourcesOf')} className="text-sm text-ink-faint">
            {sources.map(source => (
              <li key={source}>
                <bdi>{sourceNames.get(source) ?? source}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{term}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </>
  )
}
