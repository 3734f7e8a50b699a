import { Mail, Send, Store } from 'lucide-react'

const icons = { email: Mail, telegram: Send, demo: Store }

/** The sign of a channel kind. */
export function ChannelIcon({ kind }: { kind: keyof typeof icons }) {
  const Icon = icons[kind]
  return <Icon aria-hidden />
}
