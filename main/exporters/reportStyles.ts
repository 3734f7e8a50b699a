/** How drawings look on white paper. Dark enough to be told apart without colour: parts differ by pattern, lines by dots. */
export const chartStyles = `
.chart { display: block; width: 100%; height: auto; overflow: visible; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.chart-text { font-size: 11px; fill: #55503f; }
.chart-name, .chart-number { font-size: 12px; fill: #1d1b16; }
.chart-middle { text-anchor: middle; } .chart-end { text-anchor: end; }
.chart-axis { stroke: #6b6659; } .chart-grid { stroke: #e3ded2; }
.chart-bar { fill: #1f7a6d; } .chart-rail { fill: #efece4; } .chart-before { fill: #1d1b16; }
.chart-level { stroke: #1d1b16; stroke-dasharray: 5 4; }
.chart-line { fill: none; stroke-width: 1.8; }
.chart-line-1 .chart-line { stroke: #1d1b16; } .chart-line-1 .chart-dot { fill: #1d1b16; }
.chart-line-2 .chart-line { stroke: #1f7a6d; stroke-dasharray: 6 3; } .chart-line-2 .chart-dot { fill: #1f7a6d; }
.chart-line-3 .chart-line { stroke: #a4571a; stroke-dasharray: 2 3; } .chart-line-3 .chart-dot { fill: #a4571a; }
.chart-touch { fill: none; }
.chart-heat-0 { fill: #f4f1ea; } .chart-heat-1 { fill: #cfe3de; } .chart-heat-2 { fill: #9cc8bf; } .chart-heat-3 { fill: #5fa497; }
.chart-heat-4 { fill: #2b7a6d; } .chart-heat-5 { fill: #0b4a41; }
.chart-part-1 { fill: #7cc3b5; } .chart-part-2 { fill: #c9e3dc; } .chart-part-3 { fill: #f0c48c; } .chart-part-4 { fill: #e3b5ad; } .chart-part-5 { fill: #e7e3da; }
.chart-ink { fill: none; stroke: #1d1b16; stroke-width: .7; stroke-opacity: .55; } .chart-ink-dot { stroke-width: 2; stroke-linecap: round; }
.chart-plate { fill: #fff; fill-opacity: .88; }
`

/** For screen and paper of any size: `@page` leaves A4 or Letter to whoever prints. */
export const reportStyles = `
:root { color-scheme: light; --line: #d9d4c8; --soft: #5c574a; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 52rem; background: #fff; color: #1d1b16;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Noto Sans Arabic", "Noto Sans Hebrew", sans-serif;
  overflow-wrap: anywhere; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 2px solid #1d1b16; font-size: 1.15rem; line-height: 1.3; break-after: avoid; }
p { margin: .25rem 0; } .soft, caption, .help { color: var(--soft); font-size: .875rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .625rem; margin: 1.25rem 0 0; }
.tiles div { padding: .625rem .75rem; border: 1px solid var(--line); border-radius: .5rem; break-inside: avoid; }
.tiles dt { color: var(--soft); font-size: .8125rem; } .tiles dd { margin: 0; }
.tiles .value { font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.tiles .change { font-size: .8125rem; }
figure { margin: .75rem 0; break-inside: avoid; } figcaption { margin-top: .25rem; color: var(--soft); font-size: .8125rem; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; padding: .25rem 0; }
th, td { padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead { display: table-header-group; } tr { break-inside: avoid; }
th { font-weight: 600; } th .help { font-weight: 400; } .number { text-align: end; white-space: nowrap; } td.key { width: 1.5rem; } td.key svg { width: 14px; height: 14px; }
.heat td, .heat th { padding: .0625rem .125rem; font-size: .6875rem; text-align: end; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 0 2rem; } .columns section { break-inside: avoid; }
.question { break-inside: avoid; margin: .5rem 0; } .question q { unicode-bidi: plaintext; font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .25rem 0 0; padding: 0; list-style: none; font-size: .8125rem; }
.legend svg { display: inline-block; width: 26px; height: 10px; margin-inline-end: .375rem; vertical-align: middle; }
@page { margin: 16mm 14mm 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .tiles { grid-template-columns: repeat(4, 1fr); } h2 { margin-top: 1.25rem; }
  .whole { break-inside: avoid; } .figures { break-before: page; }
}
${chartStyles}`
