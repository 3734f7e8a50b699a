import { Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { questionsIn } from '#domain/rehearsal/questions.ts'
import { formatBytes, formatMoment } from '#renderer/i18n/format.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { FileDrop } from '#renderer/ui/FileDrop.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { ChannelQuestions } from './ChannelQuestions.tsx'
import { useNewSet } from './useNewSet.ts'

type Source = 'paste' | 'file' | 'channel'
const MOST_BYTES = 20_000_000

/** Where the questions come from; starts the first run at once. */
export function NewQuestions() {
  const { t, i18n } = useTranslation()
  const { isBusy, problem, setProblem, fromText, fromFile, fromChannel } = useNewSet()
  const [source, setSource] = useState<Source>('paste')
  const [text, setText] = useState('')
  const count = questionsIn(text).length
  const take = ([file]: File[]) => {
    if (!file) return
    if (file.size <= MOST_BYTES) return fromFile(file)
    setProblem({
      words: t('rehearsal.file.tooBig', { name: file.name, size: formatBytes(MOST_BYTES, i18n.language) }),
      isNotReachable: false,
    })
  }
  return (
    <Card title={t('rehearsal.new')}>
      <div className="flex flex-col gap-4">
        <Segmented
          hideLabel
          label={t('rehearsal.sources.label')}
          value={source}
          onChange={chosen => {
            setSource(chosen)
            setProblem(null)
          }}
          options={[
            { value: 'paste', label: t('rehearsal.sources.paste') },
            { value: 'file', label: t('rehearsal.sources.file') },
            { value: 'channel', label: t('rehearsal.sources.channel') },
          ]}
        />
        {problem && source !== 'channel' && <Banner tone="bad">{problem.words}</Banner>}
        {source === 'paste' && (
          <form
            className="flex flex-col gap-3"
            onSubmit={event => {
              event.preventDefault()
              fromText(t('rehearsal.paste.name', { time: formatMoment(new Date(), new Date(), i18n.language) }), text)
            }}
          >
            <TextArea
              label={t('rehearsal.paste.label')}
              placeholder={t('rehearsal.paste.placeholder')}
              value={text}
              onChange={setText}
              rows={8}
            />
            <div className="flex items-center justify-between gap-3">
              <p role="status" className="text-sm text-ink-faint tabular-nums">
                {count > 0 && t('rehearsal.paste.count', { count })}
              </p>
              <Button type="submit" variant="primary" icon={<Play aria-hidden />} busy={isBusy} disabled={count === 0}>
                {t('rehearsal.start')}
              </Button>
            </div>
          </form>
        )}
        {source === 'file' && (
          <FileDrop
            label={isBusy ? t('rehearsal.starting') : t('rehearsal.file.label')}
            help={t('rehearsal.file.help')}
            accept=".jsonl,.ndjson,.txt"
            disabled={isBusy}
            onFiles={take}
          />
        )}
        {source === 'channel' && <ChannelQuestions isBusy={isBusy} problem={problem} onStart={fromChannel} />}
      </div>
    </Card>
  )
}
