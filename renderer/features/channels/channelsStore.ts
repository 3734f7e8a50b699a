import { create } from 'zustand'
import type { Channel, KindDescription } from '#contract/channel.ts'

export interface ChannelsState {
  status: 'loading' | 'ready' | 'failed'
  channels: ReadonlyMap<string, Channel>
  kinds: readonly KindDescription[]
  /** Channels whose owner has read, since the window opened, what Auto does. */
  autoExplained: ReadonlySet<string>
}

export const emptyChannels: ChannelsState = {
  status: 'loading',
  channels: new Map(),
  kinds: [],
  autoExplained: new Set(),
}

export const useChannels = create<ChannelsState>(() => emptyChannels)

export function setChannels(channels: readonly Channel[], kinds: readonly KindDescription[]) {
  useChannels.setState({ status: 'ready', kinds, channels: new Map(channels.map(channel => [channel.id, channel])) })
}

export function channelsFailed() {
  useChannels.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
}

export function channelsLoading() {
  useChannels.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'loading' }))
}

export function applyChannel(channel: Channel) {
  useChannels.setState(({ channels }) => ({ channels: new Map(channels).set(channel.id, channel) }))
}

export function removeChannel(id: string) {
  useChannels.setState(({ channels }) => ({ channels: new Map([...channels].filter(([key]) => key !== id)) }))
}

export function autoWasExplained(id: string) {
  useChannels.setState(({ autoExplained }) => ({ autoExplained: new Set(autoExplained).add(id) }))
}

/** Oldest first, so that a card never changes its place. */
export function inOrder(channels: ReadonlyMap<string, Channel>): Channel[] {
  return [...channels.values()].toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
}

/** A countdown is on screen, so the clock must tick. */
export function someoneWaits({ channels }: ChannelsState): boolean {
  return [...channels.values()].some(({ health }) => health.nextTryAt !== null)
}

/** Automatic answers reach customers, so the owner reads what that means once per channel. */
export function mustExplainAuto(state: ChannelsState, id: string): boolean {
  return !state.autoExplained.has(id)
}
