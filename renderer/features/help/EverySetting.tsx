import { useTranslation } from 'react-i18next'
import { settingsSchema } from '#contract/settings.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { placeOfSetting, type SettingName } from './settingPlaces.ts'

const isSetting = (name: string): name is SettingName => Object.hasOwn(placeOfSetting, name)

/** What each setting does, with the way to it. */
export function EverySetting() {
  const { t } = useTranslation()
  const names = Object.keys(settingsSchema.shape).filter(isSetting)
  return (
    <article className="min-w-0 rounded-lg border border-line bg-surface px-5 py-4 shadow-soft">
      <h2 className="text-xl font-semibold">{t('helpPage.everySetting')}</h2>
      <dl className="mt-3 flex max-w-[42rem] flex-col gap-3 text-base leading-relaxed">
        {names.map(name => {
          const [page, tab] = placeOfSetting[name]
          return (
            <div key={name}>
              <dt className="font-medium">
                <a href={hrefOf(page, tab)} className="text-accent-ink underline underline-offset-2">
                  {t(`helpPage.setting.${name}.name`)}
                </a>
              </dt>
              <dd className="text-ink-soft">{t(`helpPage.setting.${name}.help`)}</dd>
            </div>
          )
        })}
      </dl>
    </article>
  )
}
