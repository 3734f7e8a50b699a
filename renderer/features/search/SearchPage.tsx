import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/lib/route.ts'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

export function SearchPage({ text }: { text: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(text)
  return (
    <Page>
      <PageHeader title={t('app.nav.search')} />
      <form
        role="search"
        onSubmit={event => {
          event.preventDefault()
          goTo('search', typed.trim() || null)
        }}
      >
        <TextField autoFocus hideLabel label={t('app.nav.search')} value={typed} onChange={setTyped} />
      </form>
    </Page>
  )
}
