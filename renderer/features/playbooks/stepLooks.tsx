import { createElement } from 'react'
import {
  BookOpen,
  CircleCheck,
  CircleDot,
  CircleHelp,
  Gift,
  ListChecks,
  MessageSquareText,
  Search,
  Split,
  Stethoscope,
  UserRound,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { PlaybookGraph } from '#contract/playbook.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { conditionsWords } from './conditionWords.ts'

/** The kinds come with the picture; one that is new there is still drawn. */
const icons = new Map<string, LucideIcon>([
  ['ask', CircleHelp],
  ['look up', Search],
  ['check', ListChecks],
  ['branch', Split],
  ['search', Stethoscope],
  ['offer', Gift],
  ['tell', MessageSquareText],
  ['hand over', UserRound],
  ['person', UserRound],
  ['end', CircleCheck],
  ['knowledge', BookOpen],
])

export function StepIcon({ kind }: { kind: string }) {
  return createElement(icons.get(kind) ?? CircleDot, { 'aria-hidden': true })
}

/** `look up` is `Look up` on the owner's screen, in their language. */
export function stepKindName(kind: string): string {
  return textAt(['playbooks', 'kind', kind.replaceAll(' ', '-')]) ?? kind
}

/** What a step says is the shop's own text; what it looks up, checks or hands over for are codes. */
export function stepWords({ kind, label, conditions }: PlaybookGraph['nodes'][number]): string {
  if (conditions !== undefined) return conditionsWords(conditions)
  if (kind === 'branch') return textAt(['playbooks', 'firstThatFits']) ?? ''
  if (kind === 'search') return textAt(['playbooks', 'searchWords']) ?? ''
  if (kind === 'look up') return textAt(['playbooks', 'record', label]) ?? label
  return kind === 'hand over' ? (textAt(['handoffReason', label]) ?? label) : label
}
