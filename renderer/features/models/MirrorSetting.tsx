import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsSchema } from '#contract/settings.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

export interface MirrorSettingProps {
  stored: string
  /** False when it was not saved. */
  onSave: (address: string) => Promise<boolean>
}

/** Another server to download from; hardly anybody needs it, so it is folded away until it is set. */
export function MirrorSetting({ stored, onSave }: MirrorSettingProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setIsWrong] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const address = (typed ?? stored).trim()

  async function save() {
    if (!settingsSchema.shape.modelMirror.safeParse(address).success) {
      setIsWrong(true)
      return
    }
    setIsSaving(true)
    if (await onSave(address)) {
      setTyped(null)
      showToast({ tone: 'good', text: t(address === '' ? 'models.mirror.cleared' : 'models.mirror.saved') })
    }
    setIsSaving(false)
  }

  return (
    <details open={stored !== '' || undefined} className="px-1 text-base">
      <summary className="w-fit cursor-pointer rounded-sm text-ink-soft hover:text-ink">
        {t('models.mirror.summary')}
      </summary>
      <form
        className="mt-3 flex max-w-140 flex-col items-start gap-2.5"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="w-full">
          <TextField
            label={t('models.mirror.label')}
            help={t('models.mirror.help')}
            placeholder={t('models.mirror.placeholder')}
            error={isWrong ? t('models.mirror.wrong') : undefined}
            value={typed ?? stored}
            onChange={value => {
              setTyped(value)
              setIsWrong(false)
            }}
          />
        </div>
        <Button size="small" type="submit" busy={isSaving} disabled={address === stored}>
          {t('models.mirror.save')}
        </Button>
      </form>
    </details>
  )
}
