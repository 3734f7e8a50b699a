import { Pause, Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'
import { useAssistantPause } from './useAssistantPause.ts'

/** Says whether the assistant works, and stops it with one press. */
export function AssistantSwitch() {
  const { t } = useTranslation()
  const { isPaused, isBusy, setPaused } = useAssistantPause()
  return (
    <Tooltip text={t(isPaused ? 'app.assistant.resume' : 'app.assistant.pause')}>
      <button
        type="button"
        role="switch"
        aria-checked={!isPaused}
        disabled={isBusy}
        aria-label={t('app.assistant.label')}
        onClick={() => setPaused(!isPaused)}
        className={classes(
          'flex w-full shrink-0 flex-col items-center gap-1 rounded-md px-2 py-2 text-xs transition-colors min-[1200px]:flex-row min-[1200px]:gap-2.5 min-[1200px]:px-2.5 min-[1200px]:text-base [&_svg]:size-4',
          isPaused ? 'bg-warning-soft text-warning-ink' : 'text-ink-soft hover:bg-canvas hover:text-ink',
        )}
      >
        {isPaused ? <Pause aria-hidden /> : <Sparkles aria-hidden className="text-accent-ink" />}
        <span className="hidden flex-1 truncate text-start min-[1200px]:block">{t('app.assistant.label')}</span>
        <span className={classes('min-[1200px]:text-sm', !isPaused && 'text-accent-ink')}>
          {t(isPaused ? 'app.assistant.paused' : 'app.assistant.on')}
        </span>
      </button>
    </Tooltip>
  )
}
