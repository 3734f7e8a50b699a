import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '#contract/snippet.ts'
import { snippetSchema } from '#contract/snippet.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { useSaveProblem } from './useSaveProblem.ts'

const variables = ['firstName', 'contact', 'shop', 'order', 'today'] as const

/** Makes a snippet, or changes one. */
export function SnippetDialog({ snippet, onClose }: { snippet: Snippet | null; onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const formId = useId()
  const [shortcut, setShortcut] = useState(snippet?.shortcut ?? '')
  const [title, setTitle] = useState(snippet?.title ?? '')
  const [text, setText] = useState(snippet?.text ?? '')
  const [isSaving, setIsSaving] = useState(false)
  const { problem, say, forget } = useSaveProblem()
  const isBadShortcut = shortcut !== '' && !snippetSchema.shape.shortcut.safeParse(shortcut).success
  const canSave = shortcut !== '' && !isBadShortcut && text.trim() !== ''

  const save = async () => {
    if (!canSave || isSaving) return
    setIsSaving(true)
    forget()
    try {
      const draft = { shortcut, title, text }
      await (snippet ? rpc.snippet.update({ id: snippet.id, ...draft }) : rpc.snippet.create(draft))
      showToast({ tone: 'good', text: t('snippets.saved') })
      onClose()
    } catch (error) {
      say(error)
      setIsSaving(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t(snippet ? 'snippets.editTitle' : 'snippets.newTitle')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('snippets.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={isSaving} disabled={!canSave}>
            {t('snippets.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('snippets.shortcut')}
          help={t('snippets.shortcutHelp')}
          error={isBadShortcut ? t('snippets.shortcutBad') : problem?.field === 'shortcut' ? problem.words : undefined}
          value={shortcut}
          onChange={typed => {
            forget()
            setShortcut(typed.replace(/^\//, ''))
          }}
          maxLength={40}
          required
          autoFocus
        />
        <TextField
          label={t('snippets.name')}
          help={t('snippets.nameHelp')}
          value={title}
          onChange={setTitle}
          maxLength={120}
        />
        <TextArea label={t('snippets.text')} value={text} onChange={setText} maxLength={10_000} rows={7} required />
        <Variables onInsert={variable => setText(`${text}${/\s$|^$/.test(text) ? '' : ' '}{${variable}}`)} />
        {problem?.field === null && (
          <p role="alert" className="text-sm text-bad-ink">
            {problem.words}
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** What can stand in a snippet, and what becomes of it. */
function Variables({ onInsert }: { onInsert: (variable: (typeof variables)[number]) => void }) {
  const { t } = useTranslation()
  return (
    <section className="rounded-md bg-sunken/60 px-3 py-2.5 text-sm">
      <h3 className="font-medium text-ink">{t('snippets.variables')}</h3>
      <ul className="mt-1.5 flex flex-col gap-1">
        {variables.map(variable => (
          <li key={variable} className="flex items-baseline gap-2.5">
            <button
              type="button"
              aria-label={t('snippets.insert', { name: `{${variable}}` })}
              title={t('snippets.insert', { name: `{${variable}}` })}
              onClick={() => onInsert(variable)}
              className="min-h-6 w-26 shrink-0 rounded-sm bg-raised px-1.5 text-start font-mono text-xs text-accent-ink ring-1 ring-line ring-inset hover:ring-line-strong"
            >
              {`{${variable}}`}
            </button>
            <span className="text-ink-soft">{t(`snippets.variable.${variable}`)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-faint">{t('snippets.variablesHelp')}</p>
    </section>
  )
}
