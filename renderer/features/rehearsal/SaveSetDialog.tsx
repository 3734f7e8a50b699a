import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

export interface SaveSetDialogProps {
  title: string
  name: string
  isBusy: boolean
  onSave: (name: string) => void
  onClose: () => void
}

export function SaveSetDialog({ title, name, isBusy, onSave, onClose }: SaveSetDialogProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name)
  const canSave = typed.trim() !== ''
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size="small"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form="save-set" variant="primary" busy={isBusy} disabled={!canSave}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id="save-set"
        onSubmit={event => {
          event.preventDefault()
          if (canSave) onSave(typed.trim())
        }}
      >
        <TextField
          autoFocus
          label={t('rehearsal.run.saveName')}
          help={t('rehearsal.run.saveHelp')}
          value={typed}
          maxLength={120}
          onChange={setTyped}
        />
      </form>
    </Dialog>
  )
}
