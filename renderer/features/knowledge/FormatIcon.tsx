import { Braces, FileCode, FileQuestion, FileText, FileType, Hash, PencilLine, Table2 } from 'lucide-react'
import type { SourceFormat } from '#contract/knowledge.ts'

const icons = {
  csv: Table2,
  jsonl: Braces,
  markdown: Hash,
  text: FileText,
  html: FileCode,
  pdf: FileType,
  docx: FileText,
  manual: PencilLine,
}

export function FormatIcon({ format }: { format: SourceFormat | null }) {
  const Icon = format ? icons[format] : FileQuestion
  return <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
}
