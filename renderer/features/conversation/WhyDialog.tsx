import { useTranslation } from 'react-i18next'
import { answerWords } from '#renderer/i18n/answerWords.ts'
import { useAnswer } from '#renderer/rpc/answerRecords.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { AnswerRecord } from '#renderer/ui/answer/AnswerRecord.tsx'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

/** Everything that led to one decision of the assistant. */
export function WhyDialog({ answerId, onClose }: { answerId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const answer = useAnswer(answerId)
  return (
    <Dialog open onClose={onClose} title={t('conversation.why.title')} place="side" size="medium">
      {answer === 'failed' && <Banner tone="bad">{t('conversation.why.failed')}</Banner>}
      {answer === 'loading' && <Skeleton className="h-80 w-full" />}
      {typeof answer !== 'string' && (
        <AnswerRecord answer={answer} words={answerWords} onWriteAgain={() => rpc.assistant.replay({ answerId })} />
      )}
    </Dialog>
  )
}
