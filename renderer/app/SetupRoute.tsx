import { ConnectChannel } from '#renderer/features/channels/ConnectChannel.tsx'
import { ImportKnowledge } from '#renderer/features/knowledge/ImportKnowledge.tsx'
import { SetupPage } from '#renderer/features/setup/SetupPage.tsx'
import { TryQuestion } from '#renderer/features/tryout/TryQuestion.tsx'
import { goTo } from '#renderer/lib/route.ts'

/** The first steps, each filled by the feature it is about. */
export function SetupRoute() {
  return (
    <SetupPage
      knowledge={onImported => <ImportKnowledge onImported={onImported} />}
      channel={onConnected => <ConnectChannel onCreated={onConnected} />}
      tryout={onAnswered => <TryQuestion onAnswered={onAnswered} />}
      onFinished={() => goTo('inbox')}
      onLeave={() => goTo('inbox')}
    />
  )
}
