import { useTranslation } from 'react-i18next'
import type { Channel, KindDescription } from '#contract/channel.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ChannelForm } from './ChannelForm.tsx'
import { CheckOutcome } from './CheckOutcome.tsx'
import { useChannelForm } from './useChannelForm.ts'

export interface ChannelEditorProps {
  description: KindDescription
  /** Null: a new one. */
  channel: Channel | null
  onSaved: (channel: Channel) => void
  /** The way out without saving. */
  leaveLabel: string
  onLeave: () => void
}

export function ChannelEditor({ description, channel, onSaved, leaveLabel, onLeave }: ChannelEditorProps) {
  const { t } = useTranslation()
  const form = useChannelForm(description, channel, onSaved)
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        void form.save()
      }}
    >
      <ChannelForm
        description={description}
        state={form.state}
        name={form.name}
        problems={form.problems}
        nameIsMissing={form.name.trim() === ''}
        keepsSecrets={form.keepsSecrets}
        showsMore={form.showsMore}
        onField={form.setField}
        onName={form.setName}
        onShowMore={form.setShowsMore}
      />
      {form.check && <CheckOutcome kind={description.kind} result={form.check} />}
      {form.problems.size > 0 && <Banner tone="warning">{t('channels.form.testNeedsFields')}</Banner>}
      {form.failure && (
        <Banner tone="bad">{t(form.failure === 'save' ? 'common.saveFailed' : 'common.actionFailed')}</Banner>
      )}
      <footer className="sticky bottom-0 -mx-1 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-surface px-1 py-3">
        <Button busy={form.busy === 'test'} disabled={form.busy !== null} onClick={() => void form.test()}>
          {t(form.busy === 'test' ? 'channels.form.testing' : 'channels.form.test')}
        </Button>
        <div className="flex flex-wrap gap-2">
          <Button variant="ghost" onClick={onLeave}>
            {leaveLabel}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy === 'save'} disabled={form.busy !== null}>
            {t(channel ? 'channels.form.saveEdit' : 'channels.form.save')}
          </Button>
        </div>
      </footer>
    </form>
  )
}
