import { visible } from '#domain/reply/wordings/fold.ts'

/** What opens a tag or a sign of a chat template: `<data>`, `</data>`, `<|im_start|>`, `<!--`. */
const TAG = /<+(?=[\p{L}/|!?])/gu
/** Signs of chat templates that open without a blank: `[INST]`, `[/INST]`, `<<SYS>>`. */
const TEMPLATE = /\[\/?(?:INST|SYS|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS)\]|<<\/?SYS>>/giu
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/** Text of somebody, as it may stand between our marks: what it says stays, but it cannot close them or open others. */
export function asData(text: string): string {
  return visible(text.replace(/\r\n?/gu, '\n').replace(CONTROL, ''))
    .replace(TEMPLATE, ' ')
    .replace(TAG, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
