import { createRoot } from 'react-dom/client'
import './styles/base.css'
import { App } from './app/App.tsx'
import { Providers } from './app/Providers.tsx'
import { setLanguage } from './i18n/index.ts'
import { likelyLanguage } from './i18n/texts.ts'
import { connect } from './rpc/connect.ts'

/** Puts the app on the page, in the language it spoke last until the owner's settings are read. */
export async function start() {
  const place = document.getElementById('root')
  if (!place) throw new Error('The page has no place for the app')
  const rpc = connect()
  await setLanguage(likelyLanguage())
  createRoot(place).render(
    <Providers rpc={rpc}>
      <App />
    </Providers>,
  )
}
