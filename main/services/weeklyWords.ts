import type { Language } from '#contract/settings.ts'
import type { WeeklyProblem } from '#main/ports/reportFiles.ts'

const title: Record<Language, string> = {
  en: 'The weekly report was not written',
  'zh-CN': '每周报告没有写出',
}

const bodies: Record<Language, Record<WeeklyProblem, string>> = {
  en: {
    'folder-gone': 'Its folder is not there. Plug in the drive, or choose another folder on the Reports page.',
    'not-writable': 'Keepdesk may not write to its folder. Choose another one on the Reports page.',
    'disk-full': 'The disk is full. Free some space; Keepdesk tries again by itself.',
    'no-printer': 'PDF needs Chrome, Edge or Chromium on this computer. The other files were written.',
    failed: 'Keepdesk tries again in a quarter of an hour.',
  },
  'zh-CN': {
    'folder-gone': '找不到文件夹。请接上硬盘，或在“报告”页面另选一个文件夹。',
    'not-writable': 'Keepdesk 不能写入该文件夹。请在“报告”页面另选一个。',
    'disk-full': '磁盘已满。请腾出空间，Keepdesk 会自动重试。',
    'no-printer': '生成 PDF 需要本机装有 Chrome、Edge 或 Chromium。其他文件已写好。',
    failed: 'Keepdesk 会在一刻钟后重试。',
  },
}

/** The notice the owner gets when their weekly report could not be written. */
export function weeklyWords(problem: WeeklyProblem, language: Language): { title: string; body: string } {
  return { title: title[language], body: bodies[language][problem] }
}
