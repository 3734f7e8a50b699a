import { useSavedText } from '#renderer/lib/useSavedText.ts'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

export interface SavedTextProps {
  label: string
  help: string
  placeholder: string
  stored: string
  maxLength: number
  /** More than one makes it a text area. */
  rows?: number
  onSave: (text: string) => Promise<boolean>
}

export function SavedText({ stored, onSave, rows = 1, ...field }: SavedTextProps) {
  const { value, onChange, flush } = useSavedText(stored, onSave)
  return (
    <div onBlur={flush}>
      {rows > 1 ? (
        <TextArea {...field} rows={rows} value={value} onChange={onChange} />
      ) : (
        <TextField {...field} value={value} onChange={onChange} />
      )}
    </div>
  )
}
