const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe inside an element and inside a quoted attribute. Control characters, which HTML forbids, become visible. */
export function escapeHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, character => entities[character] ?? character)
}

/** For names of files and people: also shows the marks that can turn `gpj.exe` into `exe.jpg` to the eye. */
export function escapeName(name: string): string {
  return escapeHtml(name.replace(/[\u202a-\u202e\u2066-\u2069\r\n\t]/g, '\uFFFD'))
}
