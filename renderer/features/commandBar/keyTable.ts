import type { ParseKeys } from 'i18next'
import type { CommandGroup } from '#renderer/lib/commands.ts'

export interface KeyEntry {
  readonly keys: string
  readonly title: ParseKeys
  /** Beside the groups of commands: keys that belong to one page. */
  readonly group: CommandGroup | 'search' | 'rehearsal'
}

/** Every key there is, also of pages that are not open; what is open adds its own and changes nothing here. */
export const keyTable: readonly KeyEntry[] = [
  { group: 'everywhere', keys: 'mod+k', title: 'commandBar.command.bar' },
  { group: 'everywhere', keys: '/', title: 'commandBar.command.search' },
  { group: 'everywhere', keys: '?', title: 'commandBar.command.keys' },
  { group: 'everywhere', keys: 'Escape', title: 'commandBar.keys.close' },
  { group: 'list', keys: 'j', title: 'inbox.commands.next' },
  { group: 'list', keys: 'k', title: 'inbox.commands.previous' },
  { group: 'list', keys: 'o', title: 'inbox.commands.open' },
  { group: 'list', keys: 'x', title: 'inbox.commands.select' },
  { group: 'list', keys: 'X', title: 'inbox.commands.selectRange' },
  { group: 'list', keys: '* a', title: 'inbox.commands.selectAll' },
  { group: 'list', keys: 'e', title: 'inbox.commands.resolve' },
  { group: 'list', keys: 's', title: 'inbox.commands.snooze' },
  { group: 'list', keys: '#', title: 'inbox.commands.label' },
  { group: 'list', keys: 'u', title: 'inbox.commands.toggleRead' },
  { group: 'list', keys: 't', title: 'inbox.commands.takeOver' },
  { group: 'list', keys: 'h', title: 'inbox.commands.handBack' },
  { group: 'list', keys: '.', title: 'inbox.commands.news' },
  { group: 'conversation', keys: 'r', title: 'thread.command.reply' },
  { group: 'conversation', keys: 'n', title: 'thread.command.note' },
  { group: 'conversation', keys: 'z', title: 'thread.command.undoSend' },
  { group: 'conversation', keys: 'a', title: 'thread.command.suggestion' },
  { group: 'conversation', keys: 'e', title: 'commandBar.keys.resolve' },
  { group: 'conversation', keys: 's', title: 'conversation.snooze' },
  { group: 'conversation', keys: '#', title: 'thread.labels' },
  { group: 'conversation', keys: 'u', title: 'thread.markUnread' },
  { group: 'conversation', keys: 't', title: 'commandBar.keys.turn' },
  { group: 'writing', keys: 'mod+Enter', title: 'commandBar.keys.send' },
  { group: 'writing', keys: '/', title: 'commandBar.keys.snippet' },
  { group: 'writing', keys: 'Escape', title: 'commandBar.keys.leaveBox' },
  { group: 'search', keys: 'ArrowDown', title: 'search.keys.list' },
  { group: 'search', keys: 'Enter', title: 'search.keys.open' },
  { group: 'search', keys: 'Escape', title: 'search.keys.back' },
  { group: 'rehearsal', keys: 'r', title: 'commandBar.keys.right' },
  { group: 'rehearsal', keys: 'w', title: 'commandBar.keys.wrong' },
  { group: 'rehearsal', keys: 'u', title: 'commandBar.keys.unmark' },
]
