import type { Language } from '#contract/settings.ts'

/** Each in its own language, so that it can be found by whoever reads it. */
export const languageNames: readonly { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '简体中文' },
]
