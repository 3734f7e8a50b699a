import { useInboxFrame } from '#renderer/features/inbox/useInboxList.ts'
import { useLabelDesk } from '#renderer/features/labels/useLabelDesk.ts'
import { useSettings } from '#renderer/features/settings/settingsStore.ts'
import { LabelsContext } from '#renderer/lib/labels.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { ErrorScreen } from './ErrorScreen.tsx'
import { Frame } from './Frame.tsx'
import { RefusedScreen } from './RefusedScreen.tsx'
import { Splash } from './Splash.tsx'
import { useAppEvents } from './useAppEvents.ts'
import { useAppSettings } from './useAppSettings.ts'

export function App() {
  useAppEvents()
  useAppSettings()
  useInboxFrame()
  const labels = useLabelDesk()
  const state = useConnection(connection => connection.state)
  // Language and colours are known before anything is painted.
  const isReady = useSettings(({ status }) => status !== 'loading')
  if (state === 'refused') return <RefusedScreen />
  return (
    <LabelsContext value={labels}>
      <ErrorScreen>{isReady ? <Frame /> : <Splash />}</ErrorScreen>
    </LabelsContext>
  )
}
