import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Message } from '#contract/message.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { stopHelp, translateMessage } from './helpRun.ts'
import { isHelping, putTranslation, useHelp } from './helpStore.ts'
import { MessageText } from './MessageText.tsx'
import { TextButton } from './TextButton.tsx'
import { useHelpProblemWords } from './useHelpProblemWords.ts'

/** A contact's message in the owner's language, on demand. Nothing where it is in that language already or no model can. */
export function TranslateButton({ message }: { message: Message }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const canTranslate = useHelp(({ abilities }) => abilities !== null && abilities.translate !== null)
  const languageOf = useHelp(state => state.languageOf)
  const translation = useHelp(({ translations }) => translations.get(message.id))
  const isBusy = useHelp(state => isHelping(state, message.conversationId))
  if (message.author !== 'contact' || message.text === '') return null
  if (translation?.state === 'running') {
    return <TextButton onClick={() => stopHelp(message.conversationId)}>{t('help.stop')}</TextButton>
  }
  if (translation !== undefined && translation.problem === null) {
    return <TextButton onClick={() => putTranslation(message.id, null)}>{t('help.message.hide')}</TextButton>
  }
  if (!canTranslate || languageOf === null) return null
  const language = languageOf(message.text)
  if (language === 'und' || language === currentLanguage().slice(0, 2)) return null
  return (
    <TextButton disabled={isBusy} onClick={() => void translateMessage(rpc, message, currentLanguage())}>
      <Languages aria-hidden className="size-3.5" />
      {t('help.message.translate')}
    </TextButton>
  )
}

/** Below the words of the message. */
export function MessageTranslation({ messageId }: { messageId: string }) {
  const { t } = useTranslation()
  const words = useHelpProblemWords()
  const translation = useHelp(({ translations }) => translations.get(messageId))
  if (translation === undefined) return null
  const { state, text, problem } = translation
  const said = (failure: typeof problem) =>
    failure?.reason === 'values-changed'
      ? t('help.message.values-changed', { values: failure.values.join(', ') })
      : failure && words(failure)
  const whose = problem === null ? `${t('help.message.title')} · ${t('help.message.by')}` : t('help.message.title')
  const title = state === 'running' ? t('help.message.running') : whose
  return (
    <section aria-label={t('help.message.title')} className="mt-2 border-t border-line pt-2">
      <h4 className="flex items-center gap-1.5 text-xs text-ink-faint">
        {state === 'running' ? <Spinner /> : <Languages aria-hidden className="size-3.5" />}
        {title}
      </h4>
      {problem === null ? <MessageText text={text} /> : <p className="text-sm text-warning-ink">{said(problem)}</p>}
    </section>
  )
}
