import { create } from 'zustand'
import type { Answer } from '#contract/assistant.ts'

export interface TryoutState {
  question: string
  status: 'idle' | 'asking' | 'answered' | 'failed'
  answer: Answer | null
  /** Questions from the shop's own knowledge; null until they are read. */
  samples: readonly string[] | null
}

export const emptyTryout: TryoutState = { question: '', status: 'idle', answer: null, samples: null }

export const useTryout = create<TryoutState>(() => emptyTryout)

export function typeQuestion(question: string) {
  useTryout.setState({ question })
}

export function startAsking(question: string) {
  useTryout.setState({ question, status: 'asking' })
}

export function showAnswer(answer: Answer) {
  useTryout.setState({ status: 'answered', answer })
}

export function askingFailed() {
  useTryout.setState({ status: 'failed', answer: null })
}

export function setSamples(samples: readonly string[]) {
  useTryout.setState({ samples })
}
