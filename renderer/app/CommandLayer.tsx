import { lazy, Suspense } from 'react'
import { useCommandBar } from '#renderer/features/commandBar/commandBarStore.ts'
import { useAppCommands } from './useAppCommands.ts'
import { useKeys } from './useKeys.ts'

const CommandBar = lazy(() =>
  import('#renderer/features/commandBar/CommandBar.tsx').then(({ CommandBar: bar }) => ({ default: bar })),
)
const KeyList = lazy(() =>
  import('#renderer/features/commandBar/KeyList.tsx').then(({ KeyList: list }) => ({ default: list })),
)

/** Keys, and what opens over every page by them. */
export function CommandLayer() {
  useKeys()
  useAppCommands()
  const open = useCommandBar(state => state.open)
  return (
    <Suspense fallback={null}>
      {open === 'bar' && <CommandBar />}
      {open === 'keys' && <KeyList />}
    </Suspense>
  )
}
