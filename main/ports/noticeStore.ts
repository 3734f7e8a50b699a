/** What people wrote in one conversation that the owner was not told of yet. */
export interface NoticeDue {
  conversationId: string
  messages: number
  firstAt: Date
  lastAt: Date
  /** It came in quiet hours. */
  held: boolean
}

/** Somebody who waits for the owner. */
export interface OwnerAwaited {
  conversationId: string
  since: Date
  /** How often the owner was told again. */
  steps: number
}

export interface PromiseOpen {
  conversationId: string
  promisedBy: Date
  /** What the owner was told of it: nothing, that it is near, that it has passed. */
  stage: 0 | 1 | 2
}

/** What the owner was told, so that a restart neither repeats nor forgets. */
export interface NoticeStore {
  /** Oldest first, those after this one. A message is here as soon as it is committed. */
  due(after: Pick<NoticeDue, 'conversationId' | 'firstAt'> | null, limit: number): NoticeDue[]
  hold(conversationId: string): void
  /** The owner was told, or need not be. */
  drop(conversationId: string): void
  /** What was answered is not answered after all: it is due as if it came now. */
  renew(conversationId: string, at: Date): void
  /** All that came before then. */
  dropOlder(before: Date): void
  /** Those who have waited since `latest` or longer, but not since before `earliest`, newest first. */
  awaited(earliest: Date, latest: Date, limit: number): OwnerAwaited[]
  toldAgain(conversationId: string, since: Date, steps: number): void
  /** Promised for between the two, to somebody who waits for the owner. */
  promises(earliest: Date, latest: Date, limit: number): PromiseOpen[]
  promiseTold(conversationId: string, promisedBy: Date, stage: 1 | 2): void
}

export interface Rested {
  conversationId: string
  messageId: string
  at: Date
}

/** What the assistant's hours leave behind. */
export interface DutyStore {
  /** The conversation came to the owner because the assistant's hours were over. */
  rest(conversationId: string, messageId: string, at: Date): void
  /** Those on these channels that were not taken up, oldest first. */
  rested(channelIds: readonly string[], limit: number): Rested[]
  takeUp(conversationId: string): void
  /** The assistant looks at what came while it rested: it may only suggest. */
  isTakenUp(conversationId: string): boolean
  forget(conversationId: string): void
  /** When the contact was told last that the shop is closed. */
  awayToldAt(conversationId: string): Date | null
  awayTold(conversationId: string, at: Date): void
}
