import { lazy, memo, Suspense, useEffect } from 'react'
import { CommandBar } from '#renderer/features/commandBar/CommandBar.tsx'
import { closeBar, useCommandBar } from '#renderer/features/commandBar/commandBarStore.ts'
import { useAppCommands } from './useAppCommands.ts'
import { useKeys } from './useKeys.ts'

const KeyList = lazy(() =>
  import('#renderer/features/commandBar/KeyList.tsx').then(({ KeyList: list }) => ({ default: list })),
)

/** Keys, and what opens over every page by them. The bar is there at once, as its owner goes on typing. */
export const CommandLayer = memo(function CommandLayer() {
  useKeys()
  useAppCommands()
  const open = useCommandBar(state => state.open)
  useEffect(() => {
    // Another page is open: what was open over the one before is gone with it.
    addEventListener('hashchange', closeBar)
    return () => removeEventListener('hashchange', closeBar)
  }, [])
  return (
    <>
      {open === 'bar' && <CommandBar />}
      <Suspense fallback={null}>{open === 'keys' && <KeyList />}</Suspense>
    </>
  )
})
