import { Plus, Tag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Label } from '#contract/label.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { nextColor } from '#renderer/ui/LabelPicker.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { LabelForm } from './LabelForm.tsx'
import { LabelLine } from './LabelLine.tsx'
import { useLabelStore } from './labelsStore.ts'
import { useLabelChanges } from './useLabelChanges.ts'

/** In place of the id of a label that is being made. */
const NEW = ''

/** All labels: makes, renames, colours, arranges and deletes them. */
export function LabelsManager() {
  const { t, i18n } = useTranslation()
  const { status, labels } = useLabelStore()
  const { create, update, move, remove, readAgain } = useLabelChanges()
  const [editing, setEditing] = useState<string | null>(null)
  const [deleting, setDeleting] = useState<Label | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const close = () => setEditing(null)

  if (status === 'failed') return <LoadFailed onRetry={readAgain} />
  if (status === 'loading') return <Skeleton className="h-40 w-full" />
  const add = (
    <Button size="small" icon={<Plus aria-hidden />} onClick={() => setEditing(NEW)} disabled={editing === NEW}>
      {t('labels.manage.add')}
    </Button>
  )
  return (
    <Card title={t('labels.title')} description={t('labels.manage.description')} actions={labels.length > 0 && add}>
      {editing === NEW && (
        <div className="pb-3">
          <LabelForm
            start={{ name: '', color: nextColor(labels) }}
            saveLabel={t('labels.manage.add')}
            onCancel={close}
            onSave={async (name, color) => {
              const problem = await create(name, color)
              if (problem === null) close()
              return problem
            }}
          />
        </div>
      )}
      {labels.length === 0 && editing !== NEW && (
        <EmptyState
          icon={<Tag />}
          title={t('labels.manage.empty.title')}
          body={t('labels.manage.empty.body')}
          action={
            <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setEditing(NEW)}>
              {t('labels.manage.add')}
            </Button>
          }
        />
      )}
      <ol className="flex flex-col divide-y divide-line">
        {labels.map((label, index) =>
          editing === label.id ? (
            <li key={label.id} className="py-2">
              <LabelForm
                start={label}
                saveLabel={t('common.save')}
                onCancel={close}
                onSave={async (name, color) => {
                  const problem = await update(label.id, name, color)
                  if (problem === null) close()
                  return problem
                }}
              />
            </li>
          ) : (
            <LabelLine
              key={label.id}
              label={label}
              canGoUp={index > 0}
              canGoDown={index < labels.length - 1}
              onMove={step => move(index, index + step)}
              onEdit={() => setEditing(label.id)}
              onDelete={() => setDeleting(label)}
              onDragStart={() => setDragged(index)}
              onDrop={() => {
                if (dragged !== null) move(dragged, index)
                setDragged(null)
              }}
            />
          ),
        )}
      </ol>
      <ConfirmDialog
        open={deleting !== null}
        danger
        title={t('labels.manage.deleteTitle', { name: deleting?.name ?? '' })}
        body={
          deleting && deleting.conversations > 0
            ? t('labels.manage.deleteBody', {
                count: deleting.conversations,
                number: formatNumber(deleting.conversations, i18n.language),
              })
            : t('labels.manage.deleteUnused')
        }
        confirmLabel={t('common.delete')}
        onClose={() => setDeleting(null)}
        onConfirm={async () => {
          if (deleting && (await remove(deleting.id))) setDeleting(null)
        }}
      />
    </Card>
  )
}
