import { MessageSquareReply, NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import type { Draft } from './draftStore.ts'

/** What is being written. */
export function ModeSwitch({ kind, onChange }: { kind: Draft['kind']; onChange: (kind: Draft['kind']) => void }) {
  const { t } = useTranslation()
  return (
    <Segmented
      label={t('composer.mode.label')}
      hideLabel
      value={kind}
      onChange={onChange}
      options={[
        { value: 'reply', label: t('composer.mode.reply'), icon: <MessageSquareReply aria-hidden /> },
        { value: 'note', label: t('composer.mode.note'), icon: <NotebookPen aria-hidden /> },
      ]}
    />
  )
}
