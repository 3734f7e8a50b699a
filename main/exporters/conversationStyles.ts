/** For screen and paper: the logical sides (`inline`, `start`) follow the direction of the text. */
export const conversationStyles = `
:root { color-scheme: light; --line: #d9d4c8; --soft: #6b6659; --contact: #f4f1ea; --shop: #e6f2ef; --assistant: #eef0fb; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 48rem; background: #fff; color: #1d1b16;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    "Noto Sans Arabic", "Noto Sans Hebrew", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .5rem 1.5rem; margin: 0; }
dt { color: var(--soft); font-size: .8125rem; }
dd { margin: 0; }
.count { margin: 1rem 0; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); }
article { width: fit-content; min-width: 40%; max-width: 88%; margin: .75rem 0; padding: .625rem .875rem; border: 1px solid var(--line);
  border-radius: .75rem; background: var(--contact); }
article.outgoing { margin-inline-start: auto; background: var(--shop); }
article.assistant { background: var(--assistant); }
article.note { width: auto; max-width: 100%; background: #fff8dd; border-style: dashed; }
article > header { font-size: .8125rem; color: var(--soft); }
article > header strong { color: #1d1b16; }
.state { padding: 0 .4rem; border: 1px solid var(--line); border-radius: .5rem; background: #fff; white-space: nowrap; }
.failed, .uncertain, .error { color: #9b2c0c; border-color: #9b2c0c; }
.text { margin: .25rem 0 0; white-space: pre-wrap; unicode-bidi: plaintext; text-align: start; }
.empty, .aside { color: var(--soft); font-style: italic; }
.aside { margin: .375rem 0 0; font-size: .8125rem; }
.quoted p, .attachments p, .sources p { margin: .5rem 0 .125rem; color: var(--soft); font-size: .8125rem; }
.quoted blockquote { margin: 0; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); color: var(--soft);
  font-size: .875rem; white-space: pre-wrap; unicode-bidi: plaintext; }
.attachments ul, .sources ol { margin: 0; padding-inline-start: 1.25rem; font-size: .875rem; }
.attachments span, .source { color: var(--soft); }
.sources { border-top: 1px solid var(--line); margin-top: .5rem; }
.sources q { display: block; unicode-bidi: plaintext; }
.activity { margin: .75rem 0; color: var(--soft); font-size: .875rem; text-align: center; }
@page { margin: 18mm 16mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  article { max-width: 100%; break-inside: avoid-page; print-color-adjust: exact; }
  .text, .quoted blockquote { orphans: 3; widows: 3; }
}
`
