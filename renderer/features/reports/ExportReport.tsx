import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CsvRows, Period } from '#contract/report.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { ExportDialog } from './ExportDialog.tsx'

export function ExportReport({ period, compare, onClose }: { period: Period; compare: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const [rows, setRows] = useState<CsvRows>('conversations')
  return (
    <ExportDialog
      title={t('reports.exporting.title')}
      hasNotes={format => format === 'csv'}
      extra={format =>
        format === 'csv' && (
          <Segmented
            label={t('reports.exporting.rows')}
            value={rows}
            onChange={setRows}
            options={[
              { value: 'conversations', label: t('reports.exporting.conversations') },
              { value: 'messages', label: t('reports.exporting.messages') },
            ]}
          />
        )
      }
      make={(format, options, signal) =>
        rpc.report.exportPeriod({ period, compare, format, rows, options }, { signal })
      }
      onClose={onClose}
    />
  )
}
