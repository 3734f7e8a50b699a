import { orderWords } from './sayWords.ts'

/** The mail with a one-time code. It says which order it is for and nothing else about it. */
export function sayCode(
  { number, code, minutes }: { number: string; code: string; minutes: number },
  language: string,
): { subject: string; text: string } {
  const { codeSubject, codeBody } = orderWords(language)
  return {
    subject: codeSubject.replace('{number}', () => number),
    text: codeBody
      .replace('{number}', () => number)
      .replace('{code}', code)
      .replace('{minutes}', String(minutes)),
  }
}
