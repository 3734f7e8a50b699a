import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract/settings.ts'
import { assertNever } from '#domain/assertNever.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { SetupStep } from './SetupStep.tsx'
import { doneCount, isDone, stepIds } from './setupSteps.ts'
import type { SetupFacts, StepId } from './setupSteps.ts'
import { goOn, openStep } from './setupStore.ts'
import { ShopStep } from './ShopStep.tsx'

export interface SetupViewProps {
  facts: SetupFacts
  current: StepId | null
  hasTried: boolean
  slots: Readonly<Record<Exclude<StepId, 'shop'>, ReactNode>>
  /** False when it was not saved. */
  onSave: (change: Partial<Settings>) => Promise<boolean>
  onSkip: (step: StepId) => void
  onFinish: () => Promise<void>
  onLeave: () => void
}

export function SetupView({ facts, current, hasTried, slots, onSave, onSkip, onFinish, onLeave }: SetupViewProps) {
  const { t } = useTranslation()
  const [isFinishing, setIsFinishing] = useState(false)
  const done = doneCount(facts, hasTried)
  const finish = async () => {
    setIsFinishing(true)
    await onFinish()
    setIsFinishing(false)
  }

  function contentOf(step: StepId): ReactNode {
    switch (step) {
      case 'shop':
        return <ShopStep settings={facts.settings} onSave={onSave} onDone={goOn} onSkip={() => onSkip(step)} />
      case 'knowledge':
        return (
          <>
            {facts.entryCount > 0 && (
              <p className="font-medium text-good-ink">
                {t('setup.knowledge.ready', {
                  count: facts.entryCount,
                  formatted: formatNumber(facts.entryCount, currentLanguage()),
                })}
              </p>
            )}
            {slots.knowledge}
          </>
        )
      case 'channel':
        return (
          <>
            {facts.channelNames.length > 0 && (
              <p className="font-medium text-good-ink">
                {t('setup.channel.ready', { names: new Intl.ListFormat(currentLanguage()).format(facts.channelNames) })}
              </p>
            )}
            {slots.channel}
          </>
        )
      case 'tryout':
        return (
          <>
            {facts.entryCount === 0 && <p className="text-ink-soft">{t('setup.tryout.needsKnowledge')}</p>}
            {slots.tryout}
            <p className="text-sm text-ink-faint">
              {t('setup.tryout.models')}{' '}
              <a href={hrefOf('models')} className="underline underline-offset-2 hover:text-ink">
                {t('setup.tryout.toModels')}
              </a>
            </p>
          </>
        )
      default:
        return assertNever(step)
    }
  }

  return (
    <>
      <PageHeader title={t('setup.title')} description={t('setup.description')} />
      <ol aria-label={t('setup.steps')} className="flex flex-col gap-3">
        {stepIds.map((step, position) => (
          <SetupStep
            key={step}
            number={position + 1}
            title={t(`setup.${step}.title`)}
            body={t(`setup.${step}.body`)}
            isDone={isDone(step, facts, hasTried)}
            isOpen={step === current}
            onToggle={() => openStep(step === current ? null : step)}
            onSkip={isDone(step, facts, hasTried) || step === 'shop' ? null : () => onSkip(step)}
            onContinue={isDone(step, facts, hasTried) && step !== 'shop' ? goOn : null}
          >
            {contentOf(step)}
          </SetupStep>
        ))}
      </ol>
      <footer className="flex flex-wrap items-center justify-between gap-3 pt-6">
        <p role="status" className="text-sm text-ink-soft tabular-nums">
          {t('setup.progress', { done, total: stepIds.length })}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button variant="ghost" onClick={onLeave}>
            {t('setup.leave')}
          </Button>
          <Button
            variant={current === null || current === 'tryout' ? 'primary' : 'secondary'}
            icon={<ArrowRight aria-hidden className="rtl:rotate-180" />}
            busy={isFinishing}
            onClick={() => void finish()}
          >
            {t('setup.finish')}
          </Button>
        </div>
      </footer>
    </>
  )
}
