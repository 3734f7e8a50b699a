import { Toast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { toastManager, toneOf } from './showToast.ts'
import type { Tone } from './tone.ts'

export { showToast } from './showToast.ts'

const icons = { neutral: Info, accent: Info, good: CircleCheck, warning: TriangleAlert, bad: CircleAlert }
const iconColours: Record<Tone, string> = {
  neutral: 'text-ink-soft',
  accent: 'text-accent-ink',
  good: 'text-good-ink',
  warning: 'text-warning-ink',
  bad: 'text-bad-ink',
}

/** Once, around the app: shows what `showToast` is given, at the foot of the navigation, where it covers no button in use. */
export function Toasts({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Toast.Provider toastManager={toastManager} limit={4}>
      {children}
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('ui.notices')}
          className="fixed start-4 bottom-16 z-70 flex w-92 max-w-[calc(100vw-2rem)] flex-col-reverse gap-2 outline-none"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { t } = useTranslation()
  const { toasts } = Toast.useToastManager()
  return toasts.map(toast => {
    const tone = toneOf(toast.type)
    const Icon = icons[tone]
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        // It has the role of a dialog, but takes no keys from anybody.
        data-notice
        className="rounded-lg border border-line bg-raised shadow-lifted transition duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
      >
        <Toast.Content className="flex items-start gap-2.5 py-2 ps-3.5 pe-2">
          <Icon aria-hidden className={classes('mt-1.5 size-4 shrink-0', iconColours[tone])} />
          <Toast.Title className="min-w-0 flex-1 py-1 text-base wrap-anywhere text-ink" render={<p />} />
          <Toast.Action className="h-7 shrink-0 rounded-md px-2 text-sm font-semibold text-accent-ink hover:bg-accent-soft" />
          <Toast.Close
            aria-label={t('ui.close')}
            className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-faint hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    )
  })
}
