import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { keyCaps } from '#renderer/lib/keys.ts'

/** Keys as they are printed; two after each other with a word between. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation()
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-xs whitespace-nowrap text-ink-faint">
      {keyCaps(keys).map((caps, index) => (
        <Fragment key={index}>
          {index > 0 && <span>{t('ui.keysThen')}</span>}
          {caps.map(cap => (
            <kbd
              key={cap}
              className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-strong/60 bg-sunken px-1 font-sans text-xs font-medium text-ink-soft"
            >
              {cap}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
