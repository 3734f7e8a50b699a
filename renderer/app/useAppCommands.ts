import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { viewSchema } from '#contract/conversation.ts'
import type { Settings } from '#contract/settings.ts'
import { openBar, openKeys } from '#renderer/features/commandBar/commandBarStore.ts'
import { showView } from '#renderer/features/inbox/inboxStore.ts'
import { applySettings } from '#renderer/features/settings/settingsStore.ts'
import { currentLanguage, i18n } from '#renderer/i18n/index.ts'
import { useCommands, type Command, type CommandGroup } from '#renderer/lib/commands.ts'
import { goTo, pages, type Page } from '#renderer/lib/route.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { useAssistantPause } from './useAssistantPause.ts'

/** Pressed after G. */
const pageKeys: Readonly<Partial<Record<Page, string>>> = {
  inbox: 'i',
  knowledge: 'k',
  orders: 'o',
  assistant: 'a',
  models: 'm',
  channels: 'c',
  try: 't',
  settings: 's',
  reports: 'r',
  help: 'h',
}
const settingTabs = ['general', 'hours', 'notifications', 'assistant', 'labels', 'health', 'about'] as const
const themes = ['light', 'dark', 'system'] as const

/** What can be done on every page: go somewhere, search, change the look, pause the assistant. */
export function useAppCommands() {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { isPaused, setPaused } = useAssistantPause()

  const commands = useMemo(() => {
    const other = i18n.getFixedT(currentLanguage() === 'en' ? 'zh-CN' : 'en')
    /** `named` says it in the language it is given the words of. */
    const command = (
      id: string,
      group: CommandGroup,
      named: (words: typeof t) => string,
      run: () => void,
      keys?: string,
    ): Command => ({ id, group, title: named(t), words: named(other), run, keys })

    const change = async (settings: Partial<Settings>) => {
      try {
        applySettings(await rpc.settings.update(settings))
      } catch {
        showToast({ tone: 'bad', text: t('common.saveFailed') })
      }
    }
    const isShown = pages.filter(page => page !== 'search' && page !== 'setup')
    return [
      command('app.commandBar', 'everywhere', say => say('commandBar.command.bar'), openBar, 'mod+k'),
      command('app.search', 'everywhere', say => say('commandBar.command.search'), toSearch, '/'),
      command('app.keys', 'everywhere', say => say('commandBar.command.keys'), openKeys, '?'),
      command(
        'assistant.pause',
        'everywhere',
        say => say(isPaused ? 'app.assistant.resume' : 'app.assistant.pause'),
        () => setPaused(!isPaused),
      ),
      ...themes.map(theme =>
        command(
          `theme.${theme}`,
          'everywhere',
          say => say(`commandBar.command.theme.${theme}`),
          () => void change({ theme }),
        ),
      ),
      // Said in the language it changes to: whoever needs it may not read the other one.
      command(
        'language.en',
        'everywhere',
        () => 'Language: English',
        () => void change({ language: 'en' }),
      ),
      command(
        'language.zh',
        'everywhere',
        () => '语言：简体中文',
        () => void change({ language: 'zh-CN' }),
      ),
      ...isShown.map(page =>
        command(
          `go.${page}`,
          'go',
          say => say('commandBar.command.go', { place: say(`app.nav.${page}`) }),
          () => goTo(page),
          pageKeys[page] && `g ${pageKeys[page]}`,
        ),
      ),
      ...viewSchema.options.map((view, index) =>
        command(
          `view.${view}`,
          'go',
          say => say('commandBar.command.part', { place: say('app.nav.inbox'), part: say(`inbox.views.${view}`) }),
          () => {
            showView(view)
            goTo('inbox')
          },
          `g ${index + 1}`,
        ),
      ),
      ...settingTabs.map(tab =>
        command(
          `settings.${tab}`,
          'go',
          say => say('commandBar.command.part', { place: say('app.nav.settings'), part: say(`settings.tabs.${tab}`) }),
          () => goTo('settings', tab),
        ),
      ),
      command(
        'settings.snippets',
        'go',
        say => say('commandBar.command.part', { place: say('app.nav.settings'), part: say('snippets.title') }),
        () => goTo('settings', 'snippets'),
      ),
      command(
        'try.rehearse',
        'go',
        say => say('commandBar.command.part', { place: say('app.nav.try'), part: say('rehearsal.tab') }),
        () => goTo('try', 'rehearse'),
      ),
      command(
        'assistant.playbooks',
        'go',
        say => say('commandBar.command.part', { place: say('app.nav.assistant'), part: say('playbooks.tab') }),
        () => goTo('assistant', 'playbooks'),
      ),
    ]
  }, [t, rpc, isPaused, setPaused])
  useCommands(commands)
}

/** To the box, from anywhere; on the page of the search itself, back into it. */
function toSearch() {
  const box = document.querySelector<HTMLInputElement>('[data-search-box]')
  if (box) {
    box.focus()
    box.select()
  } else goTo('search')
}
