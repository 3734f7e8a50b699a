import { Search, Sparkles, Store } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelsState, ModelUse } from '#contract/model.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { classes } from '#renderer/lib/classes.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { chosenFor, waitingFor } from './modelsStore.ts'
import { answerTime, nowWords } from './modelWords.ts'
import type { ModelActions } from './useModelActions.ts'

export interface NowCardProps {
  models: ModelsState
  busy: string | null
  actions: ModelActions
  /** How far the knowledge is prepared for the model that searches, from the feature that knows. */
  indexNotice: ReactNode
}

/** Who writes and who searches at this moment. */
export function NowCard({ models, busy, actions, indexNotice }: NowCardProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('models.now.title')}>
      <NowRow use="writing" models={models} busy={busy} actions={actions} />
      <div className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
        <NowRow use="searching" models={models} busy={busy} actions={actions} />
        {indexNotice}
      </div>
    </Card>
  )
}

function NowRow({ use, models, busy, actions }: Omit<NowCardProps, 'indexNotice'> & { use: ModelUse }) {
  const { t } = useTranslation()
  const { title, body, isModel, stage, trouble } = nowWords(models, use, t, currentLanguage())
  const isWriting = use === 'writing'
  const chosen = chosenFor(models, use)
  const waiting = waitingFor(models, use)
  const WritingIcon = isModel ? Sparkles : Store
  return (
    <div data-now={use} className="flex items-start gap-3.5">
      <span
        aria-hidden
        className={classes(
          'flex size-10 shrink-0 items-center justify-center rounded-lg [&_svg]:size-5',
          isModel ? 'bg-accent-soft text-accent-ink' : 'bg-sunken text-ink-soft',
        )}
      >
        {isWriting ? <WritingIcon /> : <Search />}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-2.5">
        <div className="min-w-0 flex-1 basis-80">
          <h3
            className={classes(
              'flex flex-wrap items-center gap-x-2.5 gap-y-1',
              isWriting ? 'text-lg font-semibold' : 'text-base font-medium',
            )}
          >
            <bdi className="min-w-0 wrap-anywhere">{title}</bdi>
            {stage && <Badge tone={stage.tone}>{stage.name}</Badge>}
          </h3>
          <p className="text-base text-ink-soft">{body}</p>
          {waiting && (
            <p className="mt-1 text-base text-ink">
              {waiting.measured && isWriting
                ? t('models.now.usable', {
                    name: waiting.name,
                    time: answerTime(waiting.measured.answerSeconds, currentLanguage()),
                  })
                : t('models.now.usableUnmeasured', { name: waiting.name })}
            </p>
          )}
          {trouble !== null && (
            <div className="mt-2">
              <Banner tone="bad" title={trouble.title}>
                {trouble.why}
              </Banner>
            </div>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          {waiting && (
            <Button
              variant={isWriting ? 'primary' : 'secondary'}
              size={isWriting ? 'medium' : 'small'}
              busy={busy === `use ${waiting.id}`}
              aria-label={t('models.now.useThisOf', { name: waiting.name })}
              onClick={() => void actions.use(waiting)}
            >
              {t('models.now.useThis')}
            </Button>
          )}
          {trouble !== null && chosen && (
            <Button size="small" busy={busy === `use ${chosen.id}`} onClick={() => void actions.use(chosen)}>
              {t('common.tryAgain')}
            </Button>
          )}
          {(isModel || trouble !== null) && (
            <Button size="small" busy={busy === `built-in ${use}`} onClick={() => void actions.useBuiltIn(use)}>
              {t(isWriting ? 'models.now.useBuiltIn' : 'models.now.useBuiltInSearch')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
