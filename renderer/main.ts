import { likelyLanguage, textsOf } from './i18n/texts.ts'

// The page's policy forbids making code from text, so zod need not try. It would try while the first schema is made,
// and finds its settings here before that.
Reflect.set(globalThis, '__zod_globalConfig', { jitless: true })
const begin = async () => {
  const [{ start }] = await Promise.all([import('./start.tsx'), textsOf(likelyLanguage())])
  await start()
}
void begin()
