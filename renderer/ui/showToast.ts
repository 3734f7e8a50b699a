import { Toast } from '@base-ui/react/toast'
import type { Tone } from './tone.ts'

export const toastManager = Toast.createToastManager()

export interface ToastRequest {
  tone: Tone
  text: string
  action?: { label: string; onSelect: () => void }
  /** 0 keeps it until it is closed. */
  timeoutMs?: number
}

/** Says one short thing at the bottom of the window; the returned function takes it away. */
export function showToast({ tone, text, action, timeoutMs = tone === 'bad' ? 9000 : 5000 }: ToastRequest): () => void {
  const id = toastManager.add({
    title: text,
    type: tone,
    timeout: timeoutMs,
    priority: tone === 'bad' ? 'high' : 'low',
    actionProps: action && {
      children: action.label,
      onClick: () => {
        toastManager.close(id)
        action.onSelect()
      },
    },
  })
  return () => toastManager.close(id)
}

const tones: readonly Tone[] = ['accent', 'good', 'warning', 'bad']

export function toneOf(type: string | undefined): Tone {
  return tones.find(tone => tone === type) ?? 'neutral'
}
