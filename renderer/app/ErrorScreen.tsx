import { TriangleAlert } from 'lucide-react'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

interface ErrorScreenProps {
  children: ReactNode
}

/** Catches what a page throws while drawing itself; the rest of the window goes on. Give it a key to start afresh. */
export class ErrorScreen extends Component<ErrorScreenProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children
  }
}

function Broken({ error }: { error: Error }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="flex h-full overflow-y-auto">
      <EmptyState
        icon={<TriangleAlert />}
        title={t('app.error.title')}
        body={
          <>
            <p>{t('app.error.body')}</p>
            <details className="mt-3 text-start text-sm">
              <summary className="text-center text-ink-faint">{t('app.error.details')}</summary>
              <p className="mt-1 font-mono text-xs wrap-anywhere">{error.message}</p>
            </details>
          </>
        }
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            {t('app.error.reload')}
          </Button>
        }
      />
    </div>
  )
}
