import { useTranslation } from 'react-i18next'
import type { Report } from '#contract/report.ts'
import { Headlines } from './Headlines.tsx'
import { OutcomesCard } from './OutcomesCard.tsx'
import { reportCharts, shareLists } from './reportWords.ts'
import { SharesCard } from './SharesCard.tsx'
import { ConversationsCard, HoursCard, MessagesCard } from './TimeCards.tsx'
import { AnsweredCard, TimesCard } from './TimesCard.tsx'
import { UnansweredCard } from './UnansweredCard.tsx'
import { ValueCard } from './ValueCard.tsx'

const pair = 'grid grid-cols-1 items-start gap-4 min-[1100px]:grid-cols-2'

export function ReportBody({ report }: { report: Report }) {
  const { t } = useTranslation()
  const charts = reportCharts(report)
  const lists = shareLists(report)
  const whole = report.totals.conversations
  const handoffs = lists.handoffs.reduce((sum, { value }) => sum + value, 0)
  return (
    <>
      <Headlines report={report} />
      <div className={pair}>
        <ConversationsCard report={report} charts={charts} />
        <MessagesCard report={report} charts={charts} />
      </div>
      <UnansweredCard questions={report.unanswered} />
      <div className={pair}>
        <OutcomesCard report={report} charts={charts} />
        <div className="flex min-w-0 flex-col gap-4">
          <AnsweredCard report={report} />
          <TimesCard report={report} />
        </div>
      </div>
      <div className={pair}>
        <SharesCard
          title={t('reports.handoffs.title')}
          column={t('reports.handoffs.title')}
          shares={lists.handoffs}
          whole={handoffs}
          charts={charts}
          none={t('reports.handoffs.none')}
        />
        <ValueCard report={report} />
      </div>
      <HoursCard report={report} charts={charts} />
      <div className={pair}>
        <SharesCard
          title={t('reports.topics.title')}
          description={t('reports.topics.several')}
          column={t('reports.topics.column')}
          shares={lists.topics}
          whole={whole}
          charts={charts}
        />
        <SharesCard
          title={t('reports.channels.title')}
          column={t('reports.channels.column')}
          shares={lists.channels}
          whole={whole}
          charts={charts}
        />
        <SharesCard
          title={t('reports.languages.title')}
          column={t('reports.languages.column')}
          shares={lists.languages}
          whole={whole}
          charts={charts}
        />
        <SharesCard
          title={t('reports.moods.title')}
          column={t('reports.moods.column')}
          shares={lists.moods}
          whole={whole}
          charts={charts}
        />
      </div>
    </>
  )
}
