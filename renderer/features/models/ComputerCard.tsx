import { CircuitBoard, Cpu, HardDrive, MemoryStick } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hardware } from '#contract/model.ts'
import { formatBytes, formatMemory } from '#renderer/i18n/format.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

export interface ComputerCardProps {
  hardware: Hardware | 'failed' | null
  /** A graphics card failed with one of the models in use. */
  graphicsFailed: boolean
  isTryingGraphics: boolean
  onTryGraphics: () => void
}

/** What models have to run on. */
export function ComputerCard({ hardware, graphicsFailed, isTryingGraphics, onTryGraphics }: ComputerCardProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('models.computer.title')}>
      {hardware === null && <Skeleton className="h-12 w-full" />}
      {hardware === 'failed' && <p className="text-ink-soft">{t('models.computer.failed')}</p>}
      {hardware !== null && hardware !== 'failed' && <Facts hardware={hardware} />}
      {graphicsFailed && (
        <div className="mt-4">
          <Banner
            tone="warning"
            title={t('models.graphics.title')}
            action={
              <Button size="small" busy={isTryingGraphics} onClick={onTryGraphics}>
                {t('models.graphics.again')}
              </Button>
            }
          >
            <p>{t('models.graphics.body')}</p>
          </Banner>
        </div>
      )}
    </Card>
  )
}

function Facts({ hardware }: { hardware: Hardware }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { processor, cores, memoryBytes, freeMemoryBytes, graphics, freeDiskBytes } = hardware
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-4 min-[640px]:grid-cols-2 min-[1100px]:grid-cols-4">
      <Fact icon={<Cpu />} term={t('models.computer.processor')} note={t('models.computer.cores', { count: cores })}>
        <bdi>{processor}</bdi>
      </Fact>
      <Fact
        icon={<MemoryStick />}
        term={t('models.computer.memory')}
        note={t('models.computer.free', { size: formatMemory(freeMemoryBytes, language) })}
      >
        {formatMemory(memoryBytes, language)}
      </Fact>
      <Fact icon={<CircuitBoard />} term={t('models.computer.graphics')}>
        {graphics.length === 0 && t('models.computer.noGraphics')}
        {graphics.map(card => (
          <span key={card.name} className="block">
            <bdi>{card.name}</bdi>{' '}
            <span className="text-sm whitespace-nowrap text-ink-soft">{formatMemory(card.memoryBytes, language)}</span>
          </span>
        ))}
      </Fact>
      <Fact icon={<HardDrive />} term={t('models.computer.disk')}>
        {formatBytes(freeDiskBytes, language)}
      </Fact>
    </dl>
  )
}

interface FactProps {
  icon: ReactNode
  term: string
  note?: string
  children: ReactNode
}

function Fact({ icon, term, note, children }: FactProps) {
  return (
    <div className="grid min-w-0 grid-cols-[auto_1fr] content-start gap-x-2.5">
      <dt className="col-span-2 grid grid-cols-subgrid items-center text-sm text-ink-faint">
        <span aria-hidden className="[&_svg]:size-4">
          {icon}
        </span>
        {term}
      </dt>
      <dd className="col-start-2 min-w-0 text-base text-ink wrap-anywhere">
        {children}
        {note && <span className="block text-sm text-ink-soft">{note}</span>}
      </dd>
    </div>
  )
}
