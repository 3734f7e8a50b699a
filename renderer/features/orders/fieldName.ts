import { textAt } from '#renderer/i18n/textAt.ts'

/** What the owner calls one of our fields; those come with the preview, so their names are only known at run time. */
export function fieldName(field: string): string {
  return textAt(['orders', 'field', field]) ?? field
}
