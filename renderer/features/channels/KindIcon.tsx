import { Mail, Send, UsersRound } from 'lucide-react'
import type { ChannelKind } from '#contract/channel.ts'

const icons = { email: Mail, telegram: Send, demo: UsersRound }

export function KindIcon({ kind }: { kind: ChannelKind }) {
  const Icon = icons[kind]
  return (
    <span
      aria-hidden
      className="flex size-10 shrink-0 items-center justify-center rounded-lg bg-accent-soft text-accent-ink [&_svg]:size-5"
    >
      <Icon />
    </span>
  )
}
