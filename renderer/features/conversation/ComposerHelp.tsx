import { BriefcaseBusiness, Languages, Minimize2, Smile, Sparkles, SpellCheck, WandSparkles } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { rewriteHowSchema } from '#contract/help.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { isHelping, useHelp, type HelpWish } from './helpStore.ts'
import { languageName } from './languageName.ts'

const ways = { shorter: Minimize2, friendlier: Smile, 'more-formal': BriefcaseBusiness, 'fix-grammar': SpellCheck }

export interface ComposerHelpProps {
  conversationId: string
  text: string
  /** What the contact writes in; `und` when nobody can tell. */
  language: string
  /** False while a suggestion waits above anyway. */
  offersSuggestion: boolean
  /** Gets the focus after a choice. */
  box: RefObject<HTMLTextAreaElement | null>
  onWish: (wish: HelpWish) => void
}

/** What can be asked for beside writing oneself. Nothing is offered that cannot be done now. */
export function ComposerHelp({ conversationId, text, language, offersSuggestion, box, onWish }: ComposerHelpProps) {
  const { t, i18n } = useTranslation()
  const abilities = useHelp(state => state.abilities)
  const languageOf = useHelp(state => state.languageOf)
  const isBusy = useHelp(state => isHelping(state, conversationId))
  if (abilities === null) return null
  const isEmpty = text.trim() === ''
  const isForeign = language !== 'und' && !isEmpty && languageOf !== null && languageOf(text) !== language
  const improvements = [
    ...(abilities.rewrite === null
      ? []
      : rewriteHowSchema.options.map(how => {
          const Icon = ways[how]
          return {
            label: t(`help.how.${how}`),
            icon: <Icon aria-hidden />,
            onSelect: () => onWish({ kind: 'rewrite', how }),
          }
        })),
    ...(abilities.translate === null || !isForeign
      ? []
      : [
          {
            label: t('help.translateInto', { language: languageName(language, i18n.language) }),
            icon: <Languages aria-hidden />,
            onSelect: () => onWish({ kind: 'translate', language }),
          },
        ]),
  ]
  return (
    <>
      {abilities.suggest !== null && offersSuggestion && (
        <Button
          size="small"
          variant="ghost"
          aria-label={t('help.suggest')}
          title={t('help.suggest')}
          icon={<Sparkles aria-hidden />}
          disabled={isBusy}
          onClick={() => onWish({ kind: 'suggest' })}
        >
          <Label>{t('help.suggest')}</Label>
        </Button>
      )}
      {improvements.length > 0 && !isEmpty && (
        <Menu
          align="start"
          finalFocus={box}
          trigger={
            <Button
              size="small"
              variant="ghost"
              aria-label={t('help.improveLabel')}
              title={t('help.improveLabel')}
              icon={<WandSparkles aria-hidden />}
              disabled={isBusy}
            >
              <Label>{t('help.improve')}</Label>
            </Button>
          }
          items={improvements}
        />
      )}
    </>
  )
}

/** Only the icon where the box is narrow. */
function Label({ children }: { children: ReactNode }) {
  return <span className="hidden @md:inline">{children}</span>
}
