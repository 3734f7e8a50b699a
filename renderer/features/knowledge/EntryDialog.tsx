import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryDraft, Source } from '#contract/knowledge.ts'
import { assertNever } from '#domain/assertNever.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { draftOf, emptyEntryForm, entryProblems, formOf, withLine } from './entryForm.ts'
import type { EntryForm, EntryProblem } from './entryForm.ts'
import { SuggestWordings } from './SuggestWordings.tsx'
import { useSourceName } from './useSourceName.ts'

export interface EntryDialogProps {
  /** Null: a new one. */
  entry: Entry | null
  /** Of a new one, to begin with. */
  question?: string
  source: Source | null
  onSave: (draft: EntryDraft) => Promise<void>
  onDelete: () => void
  onClose: () => void
}

export function EntryDialog({ entry, question = '', source, onSave, onDelete, onClose }: EntryDialogProps) {
  const { t } = useTranslation()
  const nameOf = useSourceName()
  const formId = useId()
  const [form, setForm] = useState<EntryForm>(entry ? formOf(entry) : { ...emptyEntryForm, question })
  const [showsProblems, setShowsProblems] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const problems = entryProblems(form)

  function errorOf(field: keyof EntryForm): string | undefined {
    const problem = problems[field]
    return showsProblems && problem ? wordsFor(field, problem) : undefined
  }

  function wordsFor(field: keyof EntryForm, problem: EntryProblem): string {
    switch (problem.kind) {
      case 'missing':
        return t(field === 'answer' ? 'knowledge.entry.needsAnswer' : 'knowledge.entry.needsQuestion')
      case 'too-long':
        return t('knowledge.entry.tooLong', { max: problem.max })
      case 'too-many':
        return t('knowledge.entry.tooMany', { max: problem.max })
      default:
        return assertNever(problem)
    }
  }

  async function save() {
    setShowsProblems(true)
    if (Object.keys(problems).length > 0) return
    setIsBusy(true)
    try {
      await onSave(draftOf(form))
    } finally {
      setIsBusy(false)
    }
  }

  const field = (key: keyof EntryForm) => ({
    value: form[key],
    onChange: (value: string) => setForm(before => ({ ...before, [key]: value })),
    label: t(`knowledge.entry.${key}`),
    help: t(`knowledge.entry.${key}Help`),
    error: errorOf(key),
  })

  return (
    <Dialog
      open
      onClose={onClose}
      title={t(entry ? 'knowledge.entry.editTitle' : 'knowledge.entry.newTitle')}
      footer={
        <>
          {entry && (
            <Button variant="ghost" className="me-auto" icon={<Trash2 aria-hidden />} onClick={onDelete}>
              {t('common.delete')}
            </Button>
          )}
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-3.5 pb-2"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField {...field('question')} required autoFocus placeholder={t('knowledge.entry.questionPlaceholder')} />
        <TextArea {...field('answer')} required rows={6} placeholder={t('knowledge.entry.answerPlaceholder')} />
        <TextArea {...field('wordings')} rows={3} placeholder={t('knowledge.entry.wordingsPlaceholder')} />
        <SuggestWordings
          draft={draftOf(form)}
          onTake={wording => setForm(before => ({ ...before, wordings: withLine(before.wordings, wording) }))}
        />
        <TextField {...field('tags')} />
        {source && source.format !== 'manual' && (
          <p className="text-sm text-ink-faint">{t('knowledge.entry.importedNote', { source: nameOf(source) })}</p>
        )}
      </form>
    </Dialog>
  )
}
