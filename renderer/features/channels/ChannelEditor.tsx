import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel, KindDescription } from '#contract/channel.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ChannelForm } from './ChannelForm.tsx'
import { CheckOutcome } from './CheckOutcome.tsx'
import { useChannelForm } from './useChannelForm.ts'

const failureKeys = {
  save: 'common.saveFailed',
  test: 'common.actionFailed',
  already: 'channels.form.already',
} as const

/** Puts a form and its buttons into a dialog or straight onto a page. */
export type Frame = (form: ReactNode, buttons: ReactNode) => ReactNode

export interface ChannelEditorProps {
  description: KindDescription
  /** Null: a new one. */
  channel: Channel | null
  frame: Frame
  onSaved: (channel: Channel) => void
  /** The way out without saving. */
  leaveLabel: string
  onLeave: () => void
}

export function ChannelEditor({ description, channel, frame, onSaved, leaveLabel, onLeave }: ChannelEditorProps) {
  const { t } = useTranslation()
  const form = useChannelForm(description, channel, onSaved)
  const formId = useId()
  const formRef = useRef<HTMLFormElement>(null)
  const outcomeRef = useRef<HTMLDivElement>(null)
  const hasOutcome = form.check !== null || form.failure !== null

  useEffect(() => {
    if (hasOutcome) outcomeRef.current?.scrollIntoView({ block: 'nearest' })
  }, [hasOutcome])
  useEffect(() => {
    if (form.refusals > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form.refusals])

  return frame(
    <form
      ref={formRef}
      id={formId}
      noValidate
      className="flex flex-col gap-4 pb-2"
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
        onPreset={form.setPreset}
        onName={form.setName}
        onShowMore={form.setShowsMore}
      />
      <div ref={outcomeRef} className="empty:hidden">
        {form.check && <CheckOutcome kind={description.kind} result={form.check} />}
        {form.failure && <Banner tone="bad">{t(failureKeys[form.failure])}</Banner>}
      </div>
    </form>,
    <>
      <Button
        className="me-auto"
        busy={form.busy === 'test'}
        disabled={form.busy !== null}
        onClick={() => void form.test()}
      >
        {t(form.busy === 'test' ? 'channels.form.testing' : 'channels.form.test')}
      </Button>
      <Button variant="ghost" onClick={onLeave}>
        {leaveLabel}
      </Button>
      <Button type="submit" form={formId} variant="primary" busy={form.busy === 'save'} disabled={form.busy !== null}>
        {t(channel ? 'channels.form.saveEdit' : 'channels.form.save')}
      </Button>
    </>,
  )
}
