import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '#renderer/lib/classes.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { articleIds, articlesWith, placeOf } from './article.ts'
import type { Article, ArticleId } from './article.ts'
import { articles as articlesEn } from './articlesEn.ts'
import { articles as articlesZh } from './articlesZh.ts'
import { EverySetting } from './EverySetting.tsx'

/** How Keepdesk is used, in short articles that can be searched. */
export function HelpPage({ openId }: { openId: string | null }) {
  const { t, i18n } = useTranslation()
  const articles = i18n.language === 'zh-CN' ? articlesZh : articlesEn
  const [text, setText] = useState('')
  const found = articlesWith(articles, text)
  const openedId = articleIds.find(id => id === openId)
  const isSettings = openId === 'settings'
  // With words typed, the first article that holds them is shown until another is chosen.
  const shownId = openedId !== undefined && found.includes(openedId) ? openedId : (found[0] ?? null)

  return (
    <Page width="normal">
      <PageHeader title={t('helpPage.title')} description={t('helpPage.description')} />
      <div className="grid grid-cols-1 items-start gap-6 min-[800px]:grid-cols-[15rem_1fr]">
        <div className={classes('flex min-w-0 flex-col gap-3', openId !== null && 'max-[799px]:hidden')}>
          <TextField label={t('helpPage.search')} value={text} onChange={setText} maxLength={100} />
          <nav aria-label={t('helpPage.articles')}>
            <ul className="flex flex-col gap-0.5">
              {found.map(id => (
                <li key={id}>
                  <HelpLink id={id} title={articles[id].title} isCurrent={!isSettings && id === shownId} />
                </li>
              ))}
              <li>
                <HelpLink id="settings" title={t('helpPage.everySetting')} isCurrent={isSettings} />
              </li>
            </ul>
          </nav>
          <p role="status" className="text-sm text-ink-soft">
            {found.length === 0 && t('helpPage.nothing')}
          </p>
        </div>
        <div className={classes('min-w-0', openId === null && 'max-[799px]:hidden')}>
          <a
            href={hrefOf('help')}
            className="mb-3 inline-flex items-center gap-1.5 text-base text-accent-ink underline underline-offset-2 min-[800px]:hidden"
          >
            <ArrowLeft aria-hidden className="size-4 rtl:rotate-180" />
            {t('helpPage.all')}
          </a>
          {isSettings && <EverySetting />}
          {!isSettings && shownId !== null && <ArticleView id={shownId} article={articles[shownId]} />}
        </div>
      </div>
    </Page>
  )
}

function HelpLink({ id, title, isCurrent }: { id: ArticleId | 'settings'; title: string; isCurrent: boolean }) {
  return (
    <a
      href={hrefOf('help', id)}
      aria-current={isCurrent ? 'page' : undefined}
      className={classes(
        'block rounded-md px-2.5 py-1.5 text-base transition-colors',
        isCurrent ? 'bg-selected font-medium text-ink' : 'text-ink-soft hover:bg-sunken hover:text-ink',
      )}
    >
      {title}
    </a>
  )
}

function ArticleView({ id, article: { title, body } }: { id: ArticleId; article: Article }) {
  const { t } = useTranslation()
  return (
    <article className="min-w-0 rounded-lg border border-line bg-surface px-5 py-4 shadow-soft">
      <h2 className="text-xl font-semibold">{title}</h2>
      <div className="mt-3 flex max-w-[42rem] flex-col gap-3 text-base leading-relaxed">
        {inLists(body).map(part =>
          typeof part === 'string' ? (
            <p key={part}>{part}</p>
          ) : (
            <ul key={part[0]} className="flex list-disc flex-col gap-1.5 ps-5 marker:text-ink-faint">
              {part.map(item => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ),
        )}
      </div>
      <a
        href={hrefOf(placeOf[id])}
        className="mt-4 inline-flex items-center gap-1.5 text-base font-medium text-accent-ink underline underline-offset-2"
      >
        {t('helpPage.goThere', { page: t(`app.nav.${placeOf[id]}`) })}
        <ArrowRight aria-hidden className="size-4 rtl:rotate-180" />
      </a>
    </article>
  )
}

/** Items that follow each other become one list. */
function inLists(body: readonly string[]): (string | string[])[] {
  const parts: (string | string[])[] = []
  for (const line of body) {
    const last = parts.at(-1)
    if (!line.startsWith('- ')) parts.push(line)
    else if (Array.isArray(last)) last.push(line.slice(2))
    else parts.push([line.slice(2)])
  }
  return parts
}
