/** An address on the web, also in the brackets that mail puts around it. It says nothing about what is asked. */
const LINK = /[(<[]?\bhttps?:\/\/[^\s<>"]+|[(<[]?\bwww\.[^\s<>"]+/giu

export function withoutLinks(text: string): string {
  return text.replace(LINK, ' ')
}
