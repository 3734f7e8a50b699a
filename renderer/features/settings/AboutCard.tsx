import { Copy, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { About } from '#contract/settings.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'

export function AboutCard({ about }: { about: About | null }) {
  const { t } = useTranslation()
  if (!about) {
    return (
      <Card title={t('settings.about.title')}>
        <Skeleton className="h-24 w-full" />
      </Card>
    )
  }
  const copy = async () => {
    await navigator.clipboard.writeText(about.dataFolder)
    showToast({ tone: 'good', text: t('settings.about.copied') })
  }
  return (
    <Card title={t('settings.about.title')}>
      <div className="flex flex-col gap-4">
        {about.demo && (
          <Banner tone="accent" title={t('settings.about.demo')}>
            <p>{t('settings.about.demoBody')}</p>
          </Banner>
        )}
        <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-[10rem_1fr]">
          <Row term={t('settings.about.version')}>
            Keepdesk {about.version} · {t(`settings.about.${about.shell}`)}
          </Row>
          <Row term={t('settings.about.dataFolder')}>
            <div className="flex items-center gap-1.5">
              <code className="min-w-0 rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-sm select-all wrap-anywhere">
                {about.dataFolder}
              </code>
              <IconButton
                size="small"
                label={t('settings.about.copyPath')}
                icon={<Copy aria-hidden />}
                onClick={() => void copy()}
              />
            </div>
            <p className="mt-1 text-sm text-ink-faint">{t('settings.about.dataFolderHelp')}</p>
          </Row>
          <Row term={t('settings.about.key')}>
            <p className="flex items-start gap-2 font-medium">
              <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good-ink" />
              {t(`settings.about.${about.keyProtection}.title`)}
            </p>
            <p className="mt-1 text-sm text-ink-soft">{t(`settings.about.${about.keyProtection}.protects`)}</p>
            <p className="mt-1 text-sm text-ink-soft">{t(`settings.about.${about.keyProtection}.limits`)}</p>
          </Row>
        </dl>
      </div>
    </Card>
  )
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd className="min-w-0 text-base text-ink">{children}</dd>
    </>
  )
}
