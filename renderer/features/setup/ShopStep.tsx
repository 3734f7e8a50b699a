import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Settings } from '#contract/settings.ts'
import { currentLanguage, setLanguage } from '#renderer/i18n/index.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

export interface ShopStepProps {
  settings: Settings
  /** False when it was not saved. */
  onSave: (change: Partial<Settings>) => Promise<boolean>
  onDone: () => void
  onSkip: () => void
}

export function ShopStep({ settings, onSave, onDone, onSkip }: ShopStepProps) {
  const { t } = useTranslation()
  const [shopName, setShopName] = useState(settings.shopName)
  const [isBusy, setIsBusy] = useState(false)
  const language = currentLanguage()

  async function chooseLanguage(chosen: Language) {
    await setLanguage(chosen)
    await onSave({ language: chosen })
  }

  async function save() {
    setIsBusy(true)
    const isSaved = await onSave({ shopName: shopName.trim(), language })
    setIsBusy(false)
    if (isSaved) onDone()
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label={t('settings.shop.name')}
        help={t('settings.shop.nameHelp')}
        placeholder={t('settings.shop.namePlaceholder')}
        value={shopName}
        onChange={setShopName}
        maxLength={120}
        autoFocus
      />
      <Segmented
        label={t('settings.look.language')}
        value={language}
        onChange={chosen => void chooseLanguage(chosen)}
        options={[
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '简体中文' },
        ]}
      />
      <div className="flex justify-end gap-2">
        {settings.shopName === '' && (
          <Button variant="ghost" onClick={onSkip}>
            {t('common.skip')}
          </Button>
        )}
        <Button type="submit" variant="primary" busy={isBusy} disabled={shopName.trim() === ''}>
          {t('common.continue')}
        </Button>
      </div>
    </form>
  )
}
