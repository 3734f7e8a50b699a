import { ListFilter } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRpc } from '#renderer/rpc/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { filterChange, useFilterFields } from './filterOptions.ts'
import { clearFilter, filterBy, isFiltered, useInbox } from './inboxStore.ts'

const ANY = 'any'

/** Chooses what is left out of the list. What is chosen stands above it as chips. */
export function FilterMenu() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const isOn = useInbox(isFiltered)
  return (
    <Popover
      label={t('inbox.filter.title')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton
          size="small"
          label={t('inbox.filter.title')}
          icon={<ListFilter aria-hidden className={isOn ? 'text-accent-ink' : undefined} />}
        />
      }
    >
      <FilterForm />
    </Popover>
  )
}

function FilterForm() {
  const { t } = useTranslation()
  const isOn = useInbox(isFiltered)
  const fields = useFilterFields(useLanguages())
  return (
    <div className="flex w-72 max-w-full flex-col gap-2.5 p-3.5">
      <h2 className="text-base font-semibold">{t('inbox.filter.title')}</h2>
      {fields
        .filter(({ options }) => options.length > 0)
        .map(({ name, value, options, isOwnWords }) => (
          <Select
            key={name}
            label={t(`inbox.filter.fields.${name}`)}
            ownWords={isOwnWords}
            value={value ?? ANY}
            options={[{ value: ANY, label: t(`inbox.filter.any.${name}`) }, ...options]}
            onChange={chosen => filterBy(filterChange(name, chosen === ANY ? null : chosen))}
          />
        ))}
      <Button size="small" disabled={!isOn} onClick={clearFilter} className="self-end">
        {t('inbox.filter.clear')}
      </Button>
    </div>
  )
}

/** Read each time the form opens: they change with what people write. */
function useLanguages(): readonly string[] {
  const rpc = useRpc()
  const [languages, setLanguages] = useState<readonly string[]>([])
  useEffect(() => {
    const aborter = new AbortController()
    rpc.conversation
      .languages(undefined, { signal: aborter.signal })
      .then(setLanguages)
      // Without them the other filters still work.
      .catch(() => undefined)
    return () => aborter.abort()
  }, [rpc])
  return languages
}
