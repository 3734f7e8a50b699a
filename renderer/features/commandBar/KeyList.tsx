import { useTranslation } from 'react-i18next'
import { useCommandStore } from '#renderer/lib/commands.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Keys } from '#renderer/ui/Keys.tsx'
import { closeBar } from './commandBarStore.ts'
import { keyTable, type KeyEntry } from './keyTable.ts'

const groups: readonly KeyEntry['group'][] = [
  'everywhere',
  'go',
  'list',
  'conversation',
  'writing',
  'search',
  'rehearsal',
]

/** Every key, by where it works; also those of pages that are not open. */
export function KeyList() {
  const { t } = useTranslation()
  const lists = useCommandStore(state => state.lists)
  const registered = [...lists.values()].flat()
  const inGroup = (group: KeyEntry['group']) => {
    const fixed = keyTable.filter(entry => entry.group === group)
    const more = registered.filter(
      command => command.group === group && command.keys && !fixed.some(({ keys }) => keys === command.keys),
    )
    return [
      ...fixed.map(({ keys, title }) => ({ keys, title: t(title) })),
      ...more.map(({ keys = '', title }) => ({ keys, title })),
    ]
  }
  return (
    <Dialog open isRead onClose={closeBar} title={t('commandBar.keysTitle')} size="large">
      <p className="pb-3 text-base text-ink-soft">{t('commandBar.keysHelp')}</p>
      <div className="gap-x-8 pb-2 min-[700px]:columns-2">
        {groups.map(group => {
          const entries = inGroup(group)
          return (
            entries.length > 0 && (
              <section key={group} aria-labelledby={`keys-${group}`} className="break-inside-avoid pb-5">
                <h3 id={`keys-${group}`} className="pb-1 text-sm font-semibold text-ink-soft">
                  {t(`commandBar.groups.${group}`)}
                </h3>
                <dl>
                  {entries.map(({ keys, title }) => (
                    <div
                      key={keys}
                      className="flex items-center justify-between gap-4 border-b border-line py-1.5 last:border-b-0"
                    >
                      <dt className="min-w-0">{title}</dt>
                      <dd>
                        <Keys keys={keys} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
      </div>
    </Dialog>
  )
}
