import { create } from 'zustand'
import type { Label } from '#contract/label.ts'

export interface LabelsState {
  status: 'loading' | 'ready' | 'failed'
  /** In the owner's order. */
  labels: readonly Label[]
}

export const useLabelStore = create<LabelsState>(() => ({ status: 'loading', labels: [] }))

export function applyLabels(labels: readonly Label[]) {
  useLabelStore.setState({ status: 'ready', labels })
}

export function labelsFailed() {
  useLabelStore.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
}

/** Made or changed by this page: it is there before its event is. */
export function putLabel(changed: Label) {
  useLabelStore.setState(({ labels }) => ({
    labels: labels.some(({ id }) => id === changed.id)
      ? labels.map(label => (label.id === changed.id ? changed : label))
      : [...labels, changed],
  }))
}

export function dropLabel(labelId: string) {
  useLabelStore.setState(({ labels }) => ({ labels: labels.filter(({ id }) => id !== labelId) }))
}

/** The order with one of them moved to another's place. */
export function movedTo(labels: readonly Label[], from: number, to: number): readonly Label[] {
  const label = labels[from]
  return label === undefined || to < 0 || to >= labels.length
    ? labels
    : labels.toSpliced(from, 1).toSpliced(to, 0, label)
}
