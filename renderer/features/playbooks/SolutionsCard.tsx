import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { SolutionImport } from './SolutionImport.tsx'

/** Known faults and what helps: the warranty procedure looks in here. */
export function SolutionsCard({ count }: { count: number }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Card
      title={t('playbooks.solutions.title')}
      description={t('playbooks.solutions.description')}
      actions={
        <Button icon={<FileUp aria-hidden />} onClick={() => setIsOpen(true)}>
          {t('playbooks.solutions.import')}
        </Button>
      }
    >
      <p className={count === 0 ? 'text-ink-soft' : 'font-medium'}>
        {count === 0
          ? t('playbooks.solutions.none')
          : t('playbooks.solutions.count', { count, formatted: formatNumber(count, currentLanguage()) })}
      </p>
      {isOpen && <SolutionImport onClose={() => setIsOpen(false)} />}
    </Card>
  )
}
