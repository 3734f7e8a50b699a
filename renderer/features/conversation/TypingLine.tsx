import { useTranslation } from 'react-i18next'

/** Over the foot of the thread, where room is kept for it, so that nothing moves when it comes and goes. */
export function TypingLine({ name, isTyping }: { name: string; isTyping: boolean }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-live="polite" className="pointer-events-none absolute inset-x-0 bottom-0">
      {isTyping && (
        <p className="mx-auto flex max-w-[60rem] items-center gap-2 px-6 pb-1 text-xs text-ink-soft">
          <span className="flex max-w-full min-w-0 items-center gap-2 rounded-full bg-canvas px-1.5">
            <span aria-hidden className="flex gap-0.5">
              {[0, 1, 2].map(dot => (
                <span key={dot} className="pulse-calm size-1.5 rounded-full bg-ink-faint" />
              ))}
            </span>
            <span className="min-w-0 truncate">{t('thread.typing', { name })}</span>
          </span>
        </p>
      )}
    </div>
  )
}
