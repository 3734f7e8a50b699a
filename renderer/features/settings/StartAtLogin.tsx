import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StartAtLoginRefusal } from '#contract/settings.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Switch } from '#renderer/ui/Switch.tsx'
import { applySettings } from './settingsStore.ts'

export interface StartAtLoginProps {
  on: boolean
  /** Why it cannot be done here. */
  refusal: StartAtLoginRefusal | null
}

export function StartAtLogin({ on, refusal }: StartAtLoginProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const [hasFailed, setHasFailed] = useState(false)

  async function change(wished: boolean) {
    try {
      applySettings(await rpc.settings.setStartAtLogin({ on: wished }))
      setHasFailed(false)
    } catch {
      setHasFailed(true)
    }
  }

  return (
    <div className="flex flex-col gap-1.5">
      <Switch
        label={t('told.login.label')}
        help={t(refusal === null ? 'told.login.help' : `told.login.${refusal}`)}
        checked={on}
        disabled={refusal !== null}
        onChange={wished => void change(wished)}
      />
      {hasFailed && (
        <p role="alert" className="text-sm text-bad-ink">
          {t('told.login.failed')}
        </p>
      )}
    </div>
  )
}
