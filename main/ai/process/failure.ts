import type { ModelReply } from '#main/ai/modelCalls.ts'

export type FailedReason = Extract<ModelReply, { type: 'failed' }>['reason']

/** Why a call comes to nothing, as the host is told. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure'
  readonly reason: FailedReason
  constructor(reason: FailedReason, detail: string = reason, options?: ErrorOptions) {
    super(detail, options)
    this.reason = reason
  }
}

export function stopIfCancelled(signal: AbortSignal) {
  if (signal.aborted) throw signal.reason
}
