import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'

export interface ConfirmDialogProps {
  open: boolean
  title: string
  body: ReactNode
  /** The verb: "Delete", not "OK". */
  confirmLabel: string
  danger?: boolean
  /** While its promise runs the button is busy; closing is up to the caller. */
  onConfirm: () => void | Promise<void>
  onClose: () => void
}

export function ConfirmDialog({
  open,
  title,
  body,
  confirmLabel,
  danger = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
    } finally {
      setBusy(false)
    }
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={isOpen => !isOpen && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop
          forceRender
          className="fixed inset-0 z-50 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <AlertDialog.Viewport className="fixed inset-0 z-50 flex overflow-y-auto p-4">
          <AlertDialog.Popup className="m-auto flex w-104 max-w-full flex-col gap-2 rounded-xl border border-line bg-surface p-5 shadow-lifted outline-none transition duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <AlertDialog.Title className="text-lg font-semibold wrap-anywhere">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="text-base text-ink-soft wrap-anywhere">
              {body}
            </AlertDialog.Description>
            <footer className="mt-3 flex flex-wrap justify-end gap-2">
              <Button variant="ghost" onClick={onClose} disabled={busy}>
                {t('ui.cancel')}
              </Button>
              <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>
                {confirmLabel}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
