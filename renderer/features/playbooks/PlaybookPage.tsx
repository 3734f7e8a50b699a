import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/lib/route.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { LoadFailed } from '#renderer/ui/LoadFailed.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { assertNever } from '#domain/assertNever.ts'
import { FileX2 } from 'lucide-react'
import { PlaybookEditor } from './PlaybookEditor.tsx'
import { usePlaybookDetail } from './usePlaybookDetail.ts'

/** One procedure with its picture and a place to try it. */
export function PlaybookPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const { loaded, reload } = usePlaybookDetail(id)
  switch (loaded.state) {
    case 'loading':
      return (
        <Page width="wide">
          <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-4">
            <Skeleton className="h-10 w-80" />
            <Skeleton className="h-[36rem] w-full rounded-lg" />
          </div>
        </Page>
      )
    case 'failed':
      return (
        <Page>
          <PageHeader title={t('playbooks.list.title')} />
          <LoadFailed onRetry={reload} />
        </Page>
      )
    case 'gone':
      return (
        <Page>
          <PageHeader title={t('playbooks.list.title')} />
          <EmptyState
            icon={<FileX2 />}
            title={t('playbooks.edit.gone')}
            body={t('common.gone')}
            action={<Button onClick={() => goTo('assistant', 'playbooks')}>{t('playbooks.edit.back')}</Button>}
          />
        </Page>
      )
    case 'ready':
      return <PlaybookEditor id={id} detail={loaded.detail} />
    default:
      return assertNever(loaded)
  }
}
