import { createRoot } from 'react-dom/client'
import './styles/base.css'
import { App } from './app/App.tsx'
import { Providers } from './app/Providers.tsx'
import './i18n/index.ts'
import { connect } from './rpc/connect.ts'

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the app')

createRoot(place).render(
  <Providers rpc={connect()}>
    <App />
  </Providers>,
)
