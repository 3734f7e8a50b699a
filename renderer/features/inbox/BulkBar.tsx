import { CheckCheck, Clock, Ellipsis, Hand, MailOpen, MailPlus, RotateCcw, Sparkles, Tag, X } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#renderer/i18n/format.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { LabelPicker } from '#renderer/ui/LabelPicker.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { TimeDialog } from '#renderer/ui/TimeDialog.tsx'
import { ask, useInbox } from './inboxStore.ts'
import { clearSelected, selectAllShown } from './selection.ts'
import { labelsOf, targetsOf } from './targets.ts'
import type { ListActions } from './useListActions.ts'

/** In place of the search: how many rows are selected and what to do with them. */
export function BulkBar({ actions }: { actions: ListActions }) {
  const { t, i18n } = useTranslation()
  const items = useInbox(state => state.items)
  const selected = useInbox(state => state.selected)
  const view = useInbox(state => state.view)
  const asking = useInbox(state => state.asking)
  const targets = useMemo(() => targetsOf({ ...useInbox.getState(), items, selected }), [items, selected])
  const count = selected.size
  const number = formatNumber(count, i18n.language)
  const isAll = count === items.length
  const anyUnread = targets.some(({ unread }) => unread)
  const { chosen, partly } = labelsOf(targets)

  return (
    <div role="toolbar" aria-label={t('inbox.bulk.label')} className="flex h-8 items-center gap-0.5">
      <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 ps-1.5 text-sm font-medium">
        <input
          ref={box => {
            if (box) box.indeterminate = !isAll
          }}
          type="checkbox"
          checked={isAll}
          aria-label={t('inbox.bulk.selectAll')}
          title={t('inbox.bulk.selectAll')}
          onChange={isAll ? clearSelected : selectAllShown}
          className="size-4 shrink-0 cursor-pointer accent-accent"
        />
        <span role="status" className="truncate tabular-nums">
          {t('inbox.bulk.selected', { count, number })}
        </span>
      </label>
      {view === 'resolved' ? (
        <IconButton
          size="small"
          label={t('inbox.bulk.reopen')}
          icon={<RotateCcw aria-hidden />}
          onClick={() => actions.reopen(targets)}
        />
      ) : (
        <IconButton
          size="small"
          label={t('inbox.bulk.resolve')}
          icon={<CheckCheck aria-hidden />}
          onClick={() => actions.resolve(targets)}
        />
      )}
      <IconButton
        size="small"
        label={t('inbox.bulk.snooze')}
        icon={<Clock aria-hidden />}
        onClick={() => ask('snooze')}
      />
      <LabelPicker
        trigger={<IconButton size="small" label={t('inbox.bulk.labels')} icon={<Tag aria-hidden />} />}
        open={asking === 'label'}
        onOpenChange={open => ask(open ? 'label' : null)}
        chosen={chosen}
        partly={partly}
        onToggle={(labelId, on) => actions.putLabel(targets, labelId, on)}
      />
      <IconButton
        size="small"
        label={t(anyUnread ? 'inbox.bulk.markRead' : 'inbox.bulk.markUnread')}
        icon={anyUnread ? <MailOpen aria-hidden /> : <MailPlus aria-hidden />}
        onClick={() => actions.toggleRead(targets)}
      />
      <Menu
        trigger={<IconButton size="small" label={t('inbox.bulk.more')} icon={<Ellipsis aria-hidden />} />}
        items={[
          {
            label: t('inbox.bulk.takeOver'),
            icon: <Hand aria-hidden />,
            onSelect: () => actions.takeOver(targets),
          },
          {
            label: t('inbox.bulk.handBack'),
            icon: <Sparkles aria-hidden />,
            onSelect: () => actions.handBack(targets),
          },
          ...(view === 'resolved'
            ? []
            : [
                {
                  label: t('inbox.bulk.reopen'),
                  icon: <RotateCcw aria-hidden />,
                  onSelect: () => actions.reopen(targets),
                },
              ]),
          {
            label: t('inbox.bulk.markRead'),
            icon: <MailOpen aria-hidden />,
            onSelect: () => actions.markRead(targets),
          },
          {
            label: t('inbox.bulk.markUnread'),
            icon: <MailPlus aria-hidden />,
            onSelect: () => actions.markUnread(targets),
          },
        ]}
      />
      <IconButton size="small" label={t('inbox.bulk.clear')} icon={<X aria-hidden />} onClick={clearSelected} />
      <TimeDialog
        open={asking === 'snooze'}
        title={t('inbox.bulk.snoozeTitle', { count, number })}
        confirmLabel={t('inbox.bulk.snooze')}
        allowUntilReply
        onClose={() => ask(null)}
        onChoose={until => {
          ask(null)
          actions.snoozeUntil(targets, until)
        }}
      />
    </div>
  )
}
