import { useEffect } from 'react'
import { create } from 'zustand'

export type CommandGroup = 'everywhere' | 'list' | 'conversation' | 'writing' | 'go'

/** Something the owner can do now: in the command bar, by its keys, and in the list of keys that `?` shows. */
export interface Command {
  /** Unique, as in `conversation.resolve`. */
  readonly id: string
  /** In the owner's language. */
  readonly title: string
  readonly group: CommandGroup
  /**
   * One key as it is typed (`e`, `#`, `?`), one with `mod+` for Ctrl or ⌘, or two after each other (`g i`). Without
   * `mod+` it does nothing while the owner is typing or a dialog is open.
   */
  readonly keys?: string
  /** Holding the key down does it again and again, as for the next row. */
  readonly repeats?: boolean
  /** Other words that the command bar finds it by, such as its title in another language. */
  readonly words?: string
  run(): void
}

interface CommandsState {
  /** By who registered them; a later one wins a key. */
  readonly lists: ReadonlyMap<symbol, readonly Command[]>
}

export const useCommandStore = create<CommandsState>(() => ({ lists: new Map() }))

/** Offers these as long as the calling component is shown. Keep the list stable between renders (`useMemo`). */
export function useCommands(commands: readonly Command[]) {
  useEffect(() => {
    const owner = Symbol('commands')
    useCommandStore.setState(({ lists }) => ({ lists: new Map(lists).set(owner, commands) }))
    return () =>
      useCommandStore.setState(({ lists }) => {
        const rest = new Map(lists)
        rest.delete(owner)
        return { lists: rest }
      })
  }, [commands])
}
