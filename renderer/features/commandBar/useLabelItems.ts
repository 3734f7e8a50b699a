import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/lib/route.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import type { BarItem } from './barItems.ts'

/** The owner's labels, each to what carries it. */
export function useLabelItems(): readonly BarItem[] {
  const { t } = useTranslation()
  const rpc = useRpc()
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    rpc.label.list().then(
      labels => setNames(labels.map(({ name }) => name)),
      () => setNames([]),
    )
  }, [rpc])
  return names.map(name => ({
    id: `label.${name}`,
    title: t('commandBar.label', { name }),
    group: 'label',
    run: () => goTo('search', `label:"${name}"`),
  }))
}
