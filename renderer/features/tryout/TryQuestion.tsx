import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { AnswerView } from './AnswerView.tsx'
import { QuestionBox } from './QuestionBox.tsx'
import { pickSamples } from './samples.ts'
import { askingFailed, setSamples, showAnswer, startAsking, typeQuestion, useTryout } from './tryoutStore.ts'

const SAMPLE_POOL = 200

/** Ask like a customer; nothing is sent or stored. */
export function TryQuestion({ onAnswered }: { onAnswered?: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const { question, status, answer, samples } = useTryout()
  const language = currentLanguage()

  useEffect(() => {
    const abort = new AbortController()
    const load = async () => {
      try {
        const { items } = await rpc.knowledge.entries({ limit: SAMPLE_POOL }, { signal: abort.signal })
        setSamples(pickSamples(items, language))
      } catch {
        // The page works without suggestions; asking tells when the connection is gone.
      }
    }
    void load()
    return () => abort.abort()
  }, [rpc, epoch, language])

  async function ask(text: string) {
    startAsking(text)
    try {
      showAnswer(await rpc.assistant.tryQuestion({ text }))
      onAnswered?.()
    } catch {
      askingFailed()
    }
  }

  return (
    <div className="flex flex-col gap-5">
      <QuestionBox
        question={question}
        isAsking={status === 'asking'}
        samples={samples}
        onType={typeQuestion}
        onAsk={text => void ask(text)}
      />
      <div aria-live="polite" className={status === 'asking' ? 'opacity-55' : undefined}>
        {status === 'failed' && <Banner tone="bad">{t('tryout.failed')}</Banner>}
        {answer && <AnswerView answer={answer} />}
      </div>
    </div>
  )
}
